import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeParameters } from 'n8n-workflow';

import { CascadeMessagingApi } from '../../../../credentials/CascadeMessagingApi.credentials';
import { CascadeMessaging } from '../../../../nodes/CascadeMessaging/CascadeMessaging.node';
import type { Simulator } from '../../../../simulator';
import { startSimulator } from '../../../../simulator';
import type { NodeOnCanvas } from '../../harness';
import type { Column } from '../columns';
import type { Row } from '../table';
import { SPEED } from './time';

/** An account with characters that look different in URL, JSON and XML. */
export const ACCOUNT = { login: 'lo<g>&in"', password: 'p&ss"<wörd>%+ ' };

/** One cell of the matrix, and the gateway it is played against. */
export interface World {
	readonly row: Row;
	readonly column: Column;
	readonly simulator: Simulator;
	/** Where the credential says the gateway is. */
	readonly url: string;
}

const tlsFile = (name: string): string => readFileSync(join(__dirname, '../../../fixtures/tls', name), 'utf8');

/** Starts the gateway of a cell, without its fault. */
export async function openWorld(row: Row, column: Column): Promise<World> {
	const isForeign = row.way === 'untrusted certificate';
	const simulator = await startSimulator({
		...ACCOUNT,
		speed: column.operation === 'status' ? SPEED : 0,
		...(column.repeatAnswer !== undefined && { repeatAnswer: column.repeatAnswer }),
		...(isForeign && { tls: { key: tlsFile('key.pem'), cert: tlsFile('cert.pem') } }),
	});
	const url = row.way === 'no such name' ? 'https://gateway.invalid' : simulator.url;
	return { row, column, simulator, url };
}

/** Switches the fault of a cell on. */
export function strike({ row: { fault, passing }, column, simulator }: World): void {
	if (fault === undefined) return;
	simulator.faults.set(column.once === true ? (passing ?? { ...fault, next: 1 }) : fault);
}

/** How often the gateway was reached: by requests, or by connections that brought none. */
export function timesReached({ row, simulator }: World): number {
	return row.way === 'untrusted certificate' ? simulator.connections : simulator.requests.length;
}

/** The node with the cell's account and options, as a workflow has it. */
export function canvasOf({ row, column, url }: World, parameters: INodeParameters, items: NodeOnCanvas['items']): NodeOnCanvas {
	const { timeout = 30, oneByOne = false } = row;
	const options = { protocol: column.protocol, retries: 1, timeout, ...(oneByOne && { recipientsPerRequest: 1 }) };
	return {
		items,
		node: new CascadeMessaging(),
		parameters: { resource: 'message', ...parameters, ...(column.operation !== 'track' && { options }) },
		credentials: [{ type: new CascadeMessagingApi(), data: { host: url, authentication: 'password', ...ACCOUNT } }],
		onError: column.stops === true ? 'stopWorkflow' : 'continueRegularOutput',
	};
}
