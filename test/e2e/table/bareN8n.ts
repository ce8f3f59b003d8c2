import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { installN8n } from '../../../demo/n8n/install';
import { startN8n } from '../../../demo/n8n/server';
import type { Session } from '../../../demo/n8n/session';
import { openSession } from '../../../demo/n8n/session';
import { until } from '../world';

/** An n8n without the package: for its API. */
export interface BareN8n {
	session: Session;
	/** Ends n8n and starts it again with other environment variables, on the same port and with all it had. */
	restart(environment: Record<string, string>): Promise<void>;
	close(): Promise<void>;
}

const signal = AbortSignal.timeout(20 * 60_000);

/** Starts an n8n in a folder of its own. */
export async function startBareN8n(environment: Record<string, string>): Promise<BareN8n> {
	const installed = await installN8n({ report: () => undefined, signal });
	const folder = await mkdtemp(path.join(tmpdir(), 'cascade-messaging-bare-'));
	const wish = { installed, userFolder: folder, filesFolder: folder, signal };
	const removeFolder = async (): Promise<void> => await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	let n8n = await startN8n({ ...wish, extra: environment });
	const { port } = n8n;
	const session = await openSession(n8n.url);
	return {
		session,
		restart: async (extra) => {
			await n8n.stop();
			// Without a command n8n starts as usual, but nobody waits for an API that may be off.
			n8n = await startN8n({ ...wish, port, command: [], extra });
			await until(
				async () => await isUp(n8n.url),
				(is) => is,
				90,
			);
		},
		close: async () => {
			await n8n.stop();
			await removeFolder();
		},
	};
}

async function isUp(url: string): Promise<boolean> {
	const answer = await fetch(`${url}/rest/settings`).catch(() => undefined);
	return answer?.headers.get('content-type')?.includes('json') === true;
}
