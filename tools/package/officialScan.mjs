import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const scanner = '@n8n/scan-community-package/scanner/scanner.mjs';

// The scanner makes a temporary folder when it loads and leaves it behind unless its own `tmp` is told otherwise.
createRequire(require.resolve(scanner))('tmp').setGracefulCleanup();

/** What n8n itself checks a community package with, before it is verified. */
export const { analyzePackage, buildScanConfig, SOURCE_FILE_PATTERNS } = await import(scanner);
