/** How often a property is tried: `PROPERTY_RUNS` times, or 50. */
export const RUNS = { numRuns: Number(process.env.PROPERTY_RUNS ?? 50) };
