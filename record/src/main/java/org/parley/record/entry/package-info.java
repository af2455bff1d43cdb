/**
 * What people write, read: coordinates in any usual form, heights with unit and reference, times with zone. Each reading is
 * echoed, so that its author sees what was understood before anything is sent (design: "data-entry rules learnt").
 */
@NullMarked
package org.parley.record.entry;

import org.jspecify.annotations.NullMarked;
