import type { ICredentialTestFunctions } from 'n8n-workflow';

import { toGatewayTime } from '../../../nodes/CascadeMessaging/protocol';
import type { Credential, Secrets } from '../../../nodes/CascadeMessaging/transport/readCredential';
import { readCredential } from '../../../nodes/CascadeMessaging/transport/readCredential';

/** A request as n8n's older helper was asked to make it. */
export interface OldRequest {
	readonly method: string;
	readonly uri: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly body?: string;
	readonly timeout: number;
	readonly rejectUnauthorized?: boolean;
}

/** What a host answers; an error is thrown, as where nobody is there. */
export type OldAnswer = { readonly statusCode?: number; readonly headers?: object; readonly body?: unknown } | Error | undefined;

/** n8n's context of credential tests, what its helper was asked for, and the lines of n8n's log. */
export interface TestPlayground {
	readonly context: ICredentialTestFunctions;
	readonly asked: OldRequest[];
	readonly logged: string[];
}

/** A context whose helper answers each request as told, now or later. */
export function testContext(answer: (request: OldRequest) => OldAnswer | Promise<OldAnswer>): TestPlayground {
	const asked: OldRequest[] = [];
	const logged: string[] = [];
	const request = async (options: OldRequest): Promise<unknown> => {
		asked.push(options);
		const answered = await answer(options);
		if (answered instanceof Error) throw answered;
		return answered;
	};
	const context = { helpers: { request }, logger: { error: (line: string) => logged.push(line) } };
	return { context: context as unknown as ICredentialTestFunctions, asked, logged };
}

/** The fields of a credential that can be used. */
export const FIELDS = {
	host: 'gateway.example',
	authentication: 'password',
	login: 'my-login',
	password: 'my-password',
	timeZone: 'Europe/Moscow',
};

/** A credential with these fields. */
export function credentialOf(changes: object = {}): { readonly credential: Credential; readonly secrets: Secrets } {
	const reading = readCredential({ ...FIELDS, ...changes });
	if ('trouble' in reading) throw new Error(reading.trouble.code);
	return reading;
}

/** What a gateway says of a message it does not know, over each protocol, by the end of the path. */
export const UNKNOWN_MESSAGE: Readonly<Record<string, string>> = {
	'/sendmessagejson.php': '{"state":[{"id_message":"1","state":"Сообщение с таким ID не принималось"}]}',
	'/xml/state_message.php': '<response><state id_message="1">Сообщение с таким ID не принималось</state></response>',
	'/sendmessage.php': 'Сообщение с таким ID не принималось',
};

/** The path a request goes to. */
export function pathOf({ uri }: OldRequest): string {
	return new URL(uri).pathname;
}

/** Where questions about the account go, and what each asks for. */
export const ACCOUNT_PATH = '/sendsmsjson.php';

/** What a request about the account asks for. */
export function typeOf({ body = '' }: OldRequest): unknown {
	const asked: unknown = JSON.parse(body);
	return typeof asked === 'object' && asked !== null && 'type' in asked ? asked.type : undefined;
}

/** What an account says of itself: its balance, and what its clock in a zone shows now. */
export function accountSays(timeZone: string): Readonly<Record<string, string>> {
	const time = `${toGatewayTime(Date.now(), timeZone)}:${new Date().toISOString().slice(17, 19)}`;
	return {
		balance: '{"money":{"currency":"RUR","value":"356.1"}}',
		time: JSON.stringify({ time }),
	};
}
