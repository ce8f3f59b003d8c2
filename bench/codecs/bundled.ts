import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { PROTOCOLS } from '../../nodes/CascadeMessaging/protocol';

const root = path.join(__dirname, '..', '..');
const bundler = pathToFileURL(path.join(root, 'tools', 'build', 'bundle.mjs')).href;

/** How the build bundles. */
type WriteBundle = (wish: { entries: Record<string, string>; dist: string }) => Promise<void>;

/** Does something with the protocols as the build ships them: run straight from the sources, tsx makes them a third slower. */
export async function withBundledProtocols<T>(work: (protocols: typeof PROTOCOLS) => Promise<T>): Promise<T> {
	const { writeBundle } = (await import(bundler)) as { writeBundle: WriteBundle };
	const folder = await mkdtemp(path.join(tmpdir(), 'cascade-messaging-bench-'));
	try {
		await writeBundle({ entries: { protocol: path.join(root, 'nodes', 'CascadeMessaging', 'protocol', 'index.ts') }, dist: folder });
		const bundled = createRequire(__filename)(path.join(folder, 'protocol.js')) as { PROTOCOLS: typeof PROTOCOLS };
		// Inside of the try: libraries are loaded when they are used.
		return await work(bundled.PROTOCOLS);
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
