import path from 'node:path';

import type { INodeParameters } from 'n8n-workflow';

import { runNode } from '../../test/engine/harness';
import type { ActiveTrigger } from '../../test/engine/trigger/kit';
import { activate } from '../../test/engine/trigger/kit';
import { builtPackage } from '../built';
import { startProcess } from '../fresh';
import type { QuickGateway } from '../gateway/quickGateway';
import { startQuickGateway } from '../gateway/quickGateway';
import { sendParameters } from '../send/ours';
import { makeContacts } from '../send/ways';
import type { TablesAnswer } from './tablesProgram';

/** Where waiting messages are kept. */
export type Store = 'memory' | 'dataTable';

/** A trigger whose messages wait, and what is around it. */
export interface Stage {
	gateway: QuickGateway;
	trigger: ActiveTrigger;
	/** Where the data tables are; undefined when the messages are kept in memory. */
	tablesUrl: string | undefined;
	/** Lets minutes go by on the clock of this process. */
	pass: (minutes: number) => void;
	close: () => Promise<void>;
}

const MINUTE = 60_000;

/** Activates the built trigger, perhaps with other parameters than usual, and sends so many messages for it, all at one moment. */
export async function waitingFor(count: number, store: Store, parameters: INodeParameters = {}): Promise<Stage> {
	const { node, trigger: triggerNode, credential } = builtPackage();
	let now = Date.now();
	Date.now = () => now;
	const gateway = await startQuickGateway();
	const tables = store === 'memory' ? undefined : await startProcess<TablesAnswer>(path.join(__dirname, 'tablesProgram.ts'), {});
	const account = tables === undefined ? {} : accountOn(tables.answer);
	const trigger = activate(gateway, { account, node: triggerNode, parameters });
	await trigger.poll();
	const data = { host: gateway.url, authentication: 'password', login: 'demo', password: 'demo-password', ...account };
	const items = makeContacts(count).map((contact) => ({ json: { ...contact } }));
	await runNode({ node, parameters: sendParameters('one text', 'json'), items, credentials: [{ type: credential, data }] });
	return {
		gateway,
		trigger,
		tablesUrl: tables?.answer.url,
		pass: (minutes) => {
			now += minutes * MINUTE;
		},
		close: async () => {
			await gateway.close();
			await tables?.end();
		},
	};
}

const accountOn = ({ url, apiKey }: TablesAnswer) => ({
	store: 'dataTable',
	n8nApiKey: apiKey,
	n8nUrl: url,
	dataTableName: 'messages',
	keepForDays: 30,
});
