import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import type { Simulator } from '../simulator';
import { startSimulator } from '../simulator';
import type { Cleanup } from './cleanup';
import { createCredential } from './n8n/credential';
import { installN8n } from './n8n/install';
import { installPackage, packProject } from './n8n/package';
import type { N8nServer } from './n8n/server';
import { startN8n, withN8n } from './n8n/server';
import type { Session } from './n8n/session';
import { openSession } from './n8n/session';
import { n8nVersion } from './n8n/versions';
import type { Report } from './n8n/watch';
import type { Example } from './n8n/workflows';
import { EXAMPLES, importExample } from './n8n/workflows';
import { freePort } from './ports';
import { step } from './step';
import { together } from './together';

/** What to put up, and who ends it. */
export interface StageWish {
	/** 0 for any free port. */
	n8nPort: number;
	simulatorPort: number;
	/** Gateway seconds per real second. */
	speed: number;
	cleanup: Cleanup;
	signal: AbortSignal;
	/** Told as soon as the simulator's page can be opened: long before n8n is there, the first time. */
	onPage?: (url: string) => void;
}

/** n8n with our package and the example workflows, beside a gateway to send to. */
export interface Stage {
	/** The folder that holds everything of this run, n8n's log among it. */
	folder: string;
	simulator: Simulator;
	n8n: N8nServer;
	session: Session;
	/** The IDs of the workflows in n8n. */
	workflows: Readonly<Record<Example, string>>;
}

/** The contacts of the campaign: a thousand made-up people. */
export const contactsFile = path.join(__dirname, 'contacts.csv');

/** Puts everything up in a fresh folder. Whatever is up is entered in `cleanup` at once. */
export async function putUp({ n8nPort, simulatorPort, speed, cleanup, signal, onPage }: StageWish): Promise<Stage> {
	await freePort('n8n', n8nPort, '--n8n-port');
	await freePort('the simulator', simulatorPort, '--simulator-port');
	const folder = await freshFolder(cleanup);
	const gateway = async (): Promise<Simulator> => await startSimulator({ port: simulatorPort, speed });
	const simulator = await step('The gateway simulator', gateway, ({ url }) => `, whose page is ${url}`);
	cleanup.add(() => simulator.close());
	onPage?.(simulator.url);
	const [installed, packed] = await step(`n8n ${n8nVersion}, with a Node.js of its own, and this package`, (report) =>
		together(signal, [
			async (either) => await installN8n({ report: announcing(simulator, report), signal: either }),
			async (either) => await packProject(folder, { report: () => undefined, signal: either }),
		]),
	);
	simulator.notice = { title: 'n8n is starting', text: TO_COME };
	const n8n = await step('n8n with the package', async (report) => {
		await installPackage(packed, folder, signal);
		report('Starting');
		return startN8n({ installed, userFolder: folder, filesFolder: path.join(folder, 'files'), port: n8nPort, signal });
	});
	cleanup.add(() => n8n.stop());
	const furnished = await step('Owner account, credential and workflows', () => withN8n(n8n, furnish(n8n.url, simulator.url)));
	simulator.notice = undefined;
	return { folder, simulator, n8n, ...furnished };
}

const TO_COME =
	'Then a campaign can go out to 1,000 contacts. Its messages arrive on this page, each on the phone of its recipient: Viber first, then VK, then SMS.';

/** Tells of the installation on the simulator's page too, which is all there is to look at meanwhile. */
function announcing(simulator: Simulator, report: Report): Report {
	return (line, part) => {
		simulator.notice = { title: 'n8n is being installed, this once', text: `${line}\n${TO_COME}`, ...(part !== undefined && { part }) };
		report(line);
	};
}

async function freshFolder(cleanup: Cleanup): Promise<string> {
	const folder = await mkdtemp(path.join(await realpath(tmpdir()), 'cascade-messaging-demo-'));
	cleanup.add(async ({ failed, tell }) => {
		if (failed) tell(`For a closer look, the logs are in ${folder}.`);
		else await rm(folder, { recursive: true, force: true, maxRetries: 3 });
	});
	return folder;
}

async function furnish(url: string, host: string): Promise<Pick<Stage, 'session' | 'workflows'>> {
	const session = await openSession(url);
	const account = { host, login: 'demo', password: 'demo-password', timeZone: 'Europe/Moscow' };
	const credential = await createCredential(session, account);
	const ids = await Promise.all(EXAMPLES.map(async (name) => [name, await importExample(session, name, credential)]));
	return { session, workflows: Object.fromEntries(ids) as Stage['workflows'] };
}
