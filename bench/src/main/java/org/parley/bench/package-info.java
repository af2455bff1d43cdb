/** Load programs and benchmarks. */
@NullMarked
package org.parley.bench;

import org.jspecify.annotations.NullMarked;
