/** The bytes of the ledger as docs/formats.md and the C2SP texts have them, read by code that shares nothing with the writer's. */
@NullMarked
package org.parley.cli.verify.form;

import org.jspecify.annotations.NullMarked;
