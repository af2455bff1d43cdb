/** What must be heard at the desk, as the pictures say it at an instant, and to whom it goes up when nobody acts. */
@NullMarked
package org.parley.node.alarm;

import org.jspecify.annotations.NullMarked;
