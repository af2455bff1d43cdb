/**
 * What a party's people do on a line: each is decided on the newest picture, made durable, and answered with the picture that
 * has it. Nothing here knows HTTP.
 */
@NullMarked
package org.parley.node.desk;

import org.jspecify.annotations.NullMarked;
