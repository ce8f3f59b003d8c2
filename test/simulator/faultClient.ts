import { isNativeError } from 'node:util/types';

import type { Simulator } from '../../simulator';
import { at, parse, phones, SMS, VIBER } from './client';

/** Two messages to three phones, two of them with client numbers. */
export const DOCUMENT = {
	login: 'demo',
	password: 'demo-password',
	message: [
		{
			...SMS,
			phones: [
				{ phone: '79000000001', client_id_message: '11' },
				{ phone: '79000000002', client_id_message: '12' },
			],
		},
		{ ...VIBER, phones: phones('79000000003') },
	],
};

/** What a client met: an answer, or the code of the broken connection, or `hung`. */
export interface Encounter {
	status?: number;
	headers?: Headers;
	text?: string;
	broken?: string;
}

/** Posts a document and tells what came of it, whatever that is. */
export async function meet(simulator: Simulator, document: object = DOCUMENT, signal = AbortSignal.timeout(4_000)): Promise<Encounter> {
	try {
		const response = await fetch(`${simulator.url}/sendmessagejson.php`, {
			method: 'POST',
			headers: { 'content-type': 'application/json; charset=utf-8', connection: 'close' },
			body: JSON.stringify(document),
			redirect: 'manual',
			signal,
		});
		return { status: response.status, headers: response.headers, text: await response.text() };
	} catch (error) {
		return { broken: reasonOf(error) };
	}
}

function reasonOf(error: unknown): string {
	if (String(error).startsWith('AbortError')) return 'hung';
	if (!isNativeError(error)) return String(error);
	return isNativeError(error.cause) && 'code' in error.cause ? String(error.cause.code) : error.message;
}

/** Gives up when the fault has struck, and a little longer. */
export function giveUpSoon(simulator: Simulator): AbortSignal {
	const abort = new AbortController();
	const giveUp = (): void => {
		abort.abort();
	};
	const look = (): void => {
		if (simulator.requests.at(-1)?.outcome === 'fault') setTimeout(giveUp, 40);
		else setTimeout(look, 5);
	};
	look();
	return abort.signal;
}

/** IDs and phones of all recipients in the answer to `DOCUMENT`, in order. */
export async function recipients(simulator: Simulator): Promise<unknown[]> {
	const messages = at(parse((await meet(simulator)).text ?? ''), 'message');
	return Array.isArray(messages) ? messages.flat().map((row: unknown) => [at(row, 'id_message'), at(row, 'phone')]) : [];
}

/** What `recipients` finds when no fault strikes. */
export const RIGHT = [
	['1179038981', '79000000001'],
	['1179038982', '79000000002'],
	['1179038983', '79000000003'],
];
