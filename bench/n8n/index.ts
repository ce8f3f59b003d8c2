import { Cleanup } from '../../demo/cleanup';
import { textAt } from '../../demo/json';
import { createCredential } from '../../demo/n8n/credential';
import { runWorkflow } from '../../demo/n8n/execution';
import type { Session } from '../../demo/n8n/session';
import { n8nVersion } from '../../demo/n8n/versions';
import { stopSignal } from '../../demo/stopSignal';
import type { QuickGateway } from '../gateway/quickGateway';
import { startQuickGateway } from '../gateway/quickGateway';
import type { Row, Section } from '../report/section';
import type { Tell } from '../settings';
import { startRealN8n } from './stage';
import { httpWorkflow, MEASURED, ourWorkflow, START } from './workflows';

const ITEMS = 10_000;
const LATENCY = 20;

/** What one node did with the contacts. */
interface Run {
	milliseconds: number;
	requests: number;
	/** Recipients that reached the gateway. */
	arrived: number;
}

/** Sends the same contacts with our node and with n8n's HTTP Request node, in a real n8n, one after the other. */
export async function measureN8n(_settings: unknown, tell: Tell): Promise<Section[]> {
	const cleanup = new Cleanup();
	const signal = stopSignal();
	try {
		const session = await startRealN8n(tell, cleanup, signal);
		const gateway = await startQuickGateway({ latency: LATENCY });
		cleanup.add(() => gateway.close());
		const account = { host: gateway.url, login: 'demo', password: 'demo-password', timeZone: 'Europe/Moscow' };
		const credential = await createCredential(session, account);
		const run = (workflow: object): Promise<Run> => runOn({ session, gateway, signal }, workflow);
		tell(`In n8n: ${ITEMS.toLocaleString('en')} items, our node`);
		const ours = await run(ourWorkflow(ITEMS, credential));
		tell(`In n8n: ${ITEMS.toLocaleString('en')} items, HTTP Request`);
		return [sectionOf(ours, await run(httpWorkflow(ITEMS, gateway.url)))];
	} finally {
		await cleanup.run({ failed: false, tell });
	}
}

interface Place {
	session: Session;
	gateway: QuickGateway;
	signal: AbortSignal;
}

async function runOn({ session, gateway, signal }: Place, workflow: object): Promise<Run> {
	const id = textAt(await session.api('POST', '/workflows', workflow), 'id');
	const before = await gateway.counts();
	const execution = await runWorkflow(session, id, START, signal);
	if (execution.status !== 'success') throw new Error(`The workflow ended with "${execution.status}": ${execution.message ?? 'no reason'}`);
	const after = await gateway.counts();
	return {
		milliseconds: execution.timeOf(MEASURED),
		requests: after.requests - before.requests,
		arrived: after.about - before.about,
	};
}

function sectionOf(ours: Run, http: Run): Section {
	const row = (node: string, { milliseconds, requests, arrived }: Run): Row => ({
		node,
		seconds: milliseconds / 1000,
		requests,
		recipients: arrived,
	});
	const name = `In n8n, ${ITEMS.toLocaleString('en')} items: `;
	return {
		title: 'In a real n8n',
		about: `n8n ${n8nVersion}: the same ${ITEMS.toLocaleString('en')} contacts with a text of three expressions each, through this node and through the HTTP Request node with one request for each, to a gateway that answers after ${LATENCY} ms. The time is n8n's own for the node. Ours makes its requests one after the other, so 0.4 s of its time is waiting for the gateway; the option Parallel Requests would shorten that, and the HTTP Request node makes up to 256 at once.`,
		rows: [row('Cascade Messaging', ours), row('HTTP Request', http)],
		goals: [
			{ name: `${name}time of HTTP Request over ours`, value: http.milliseconds / ours.milliseconds, unit: '×', least: 20 },
			{ name: `${name}its requests over ours`, value: http.requests / ours.requests, unit: '×', least: 500 },
		],
	};
}
