/** Holds every entry, hash, signature and receipt of logs against what it should be, and lists what differs. */
@NullMarked
package org.parley.cli.verify.audit;

import org.jspecify.annotations.NullMarked;
