package org.parley.picture;

/**
 * How something lies beyond a control line that it should keep to.
 *
 * @param core how far it reaches over the line without its buffer, in centimetres; 0 where its buffer alone does
 * @param nearest where all of it lies beyond the line, how near it stays, in centimetres; 0 where it is on both sides
 */
public record Beyond(long core, long nearest) {}
