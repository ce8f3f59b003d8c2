import { listAt } from '../../../demo/json';
import type { Simulator } from '../../../simulator';
import { startSimulator } from '../../../simulator';
import { makeCredential, publishSender, sendThrough } from '../workflows';
import type { World } from '../world';
import { done, publishRow, trigger } from './flows';
import { ACCOUNT, API_KEY, LOGIN, PASSWORD, secretsFor } from './madeUp';
import type { Recorder } from './recorder';

/** A trigger whose polls go wrong, beside the gateway it asks. */
export interface Watched {
	readonly name: string;
	readonly workflowId: string;
	readonly gateway: Simulator;
}

interface Plan {
	readonly store: 'memory' | 'dataTable';
	readonly proof: 'password' | 'token';
	readonly protocol: 'json' | 'xml';
	/** Breaks what the trigger needs, once a message waits. */
	readonly spoil: (gateway: Simulator, n8n: Recorder, messageId: string) => void;
}

const told = `${LOGIN.value} ${PASSWORD.value}`;
const state = (document: object): string => JSON.stringify(document);

const PLANS: Readonly<Record<string, Plan>> = {
	'refused with the password': {
		...{ store: 'memory', proof: 'password', protocol: 'json' },
		spoil: (gateway) => gateway.faults.set({ fault: 'custom', body: state({ error: `Bad ${told}` }) }),
	},
	echoed: {
		...{ store: 'memory', proof: 'token', protocol: 'xml' },
		spoil: (gateway) => gateway.faults.set({ fault: 'echo' }),
	},
	'told a state of secrets': {
		...{ store: 'dataTable', proof: 'password', protocol: 'json' },
		spoil: (gateway, _, id) => gateway.faults.set({ fault: 'custom', body: state({ state: [{ id_message: id, state: `Bad ${told}` }] }) }),
	},
	'without its table': {
		...{ store: 'dataTable', proof: 'token', protocol: 'xml' },
		spoil: (_gateway, n8n) => {
			n8n.answer = (request, response) => {
				response.writeHead(400, { 'content-type': 'application/json' });
				response.end(JSON.stringify({ message: `Bad ${API_KEY.value}`, request: request.whole }));
			};
		},
	},
};

/**
 * Publishes the triggers, each with a message that waits for it, and then spoils what they need.
 *
 * @param openProxy gives each credential an n8n of its own, which takes the made-up API key
 */
export async function publishTriggers(world: World, openProxy: () => Promise<Recorder>): Promise<Watched[]> {
	return await Promise.all(
		Object.entries(PLANS).map(async ([name, { store, proof, protocol, spoil }], index) => {
			const gateway = await startSimulator({ ...ACCOUNT, speed: 1 });
			const n8n = await openProxy();
			const table = { n8nApiKey: API_KEY.value, n8nUrl: n8n.url, dataTableName: `watched_${index}` };
			const account = { host: gateway.url, ...secretsFor(proof), ...(store === 'dataTable' ? table : {}) };
			const credential = await makeCredential(world, store, account);
			const workflowId = await publishRow(world, name, [trigger(credential, protocol), done]);
			await publishSender(world, credential, `watched-${index}`);
			const [sent] = await sendThrough(world, `watched-${index}`, [{ phone: '79990140001', contactId: index }]);
			spoil(gateway, n8n, String(sent?.messageId));
			return { name, workflowId, gateway };
		}),
	);
}

/** How many executions a trigger has come to. */
export async function executionsOf({ session }: World, { workflowId }: Watched): Promise<number> {
	return listAt(await session.api('GET', `/executions?workflowId=${workflowId}`), 'data').length;
}
