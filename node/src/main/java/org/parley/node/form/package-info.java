/**
 * What people and programs outside send and see: JSON with degrees, metres, texts and GeoJSON, made into the bodies of records
 * and bodies made into it again, by the form of each kind. {@link org.parley.node.form.Forms} does both, {@link
 * org.parley.node.form.FormSchemas} describes it. Nothing here knows a kind by name: a new kind needs nothing here.
 */
@NullMarked
package org.parley.node.form;

import org.jspecify.annotations.NullMarked;
