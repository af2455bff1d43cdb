/** The load that the benchmarks of the conflict search share: seeded, of constant density, as volumes or as GeoJSON. */
@NullMarked
package org.parley.bench.load;

import org.jspecify.annotations.NullMarked;
