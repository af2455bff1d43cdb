/**
 * What the body of a record may hold: named fields, each with a type that judges a value and says everything that is wrong
 * with it. Fields that a form does not know are kept and mean nothing.
 */
@NullMarked
package org.parley.record.form;

import org.jspecify.annotations.NullMarked;
