import { textAt } from '../../../../demo/json';

/** Whose behaviour is looked at: the stand-in, or a real n8n. */
export interface Subject {
	readonly url: string;
	readonly apiKey: string;
	/** Lets all tables together reach their size limit. */
	fill(): Promise<void>;
	/** Takes away what filled them. */
	makeRoom(): Promise<void>;
	/** Starts anew, as n8n does; calls `look` again and again until the API is there. */
	start(look: () => Promise<void>): Promise<void>;
}

/** One thing both do alike. `holds` throws when it does not. */
export interface Clause {
	readonly name: string;
	readonly holds: (subject: Subject) => Promise<void>;
}

/** Names one thing both do alike. */
export function clause(name: string, holds: Clause['holds']): Clause {
	return { name, holds };
}

/** An answer: `document` is its JSON, undefined when it is none. */
export interface Answer {
	readonly status: number;
	readonly document: unknown;
	readonly text: string;
}

/** What goes with a request; `query` as it is to stand in the address. */
export interface Extras {
	readonly query?: string;
	readonly body?: unknown;
	readonly headers?: Record<string, string>;
}

/** Asks the API of data tables. */
export async function ask(subject: Subject, method: string, path: string, extras: Extras = {}): Promise<Answer> {
	const { query, body, headers } = extras;
	const answer = await fetch(`${subject.url}/api/v1/data-tables${path}${query === undefined ? '' : `?${query}`}`, {
		method,
		headers: { 'X-N8N-API-KEY': subject.apiKey, 'Content-Type': 'application/json', Connection: 'close', ...headers },
		...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
	});
	const text = await answer.text();
	const isJson = answer.headers.get('content-type')?.startsWith('application/json') === true;
	return { status: answer.status, document: isJson ? JSON.parse(text) : undefined, text };
}

/** A condition as the API takes it. */
export type Condition = readonly [columnName: string, condition: string, value: unknown];

/** A filter as the API takes it in a body. */
export function filterOf(type: 'and' | 'or', ...conditions: readonly Condition[]): object {
	return { type, filters: conditions.map(([columnName, condition, value]) => ({ columnName, condition, value })) };
}

/** A filter as the API takes it in an address. */
export function filterQuery(...conditions: readonly Condition[]): string {
	return `filter=${encodeURIComponent(JSON.stringify(filterOf('and', ...conditions)))}`;
}

let made = 0;

/** A name no table has, whoever is asked. */
export function freshName(): string {
	made += 1;
	return `contract${String(process.hrtime.bigint())}x${made}`;
}

/** One column of each type. */
export const COLUMNS = [
	{ name: 'text', type: 'string' },
	{ name: 'number', type: 'number' },
	{ name: 'yes', type: 'boolean' },
	{ name: 'day', type: 'date' },
];

/** Makes a table with some rows and returns its ID. */
export async function tableWith(subject: Subject, rows: readonly object[] = []): Promise<string> {
	const { document } = await ask(subject, 'POST', '', { body: { name: freshName(), columns: COLUMNS } });
	const id = textAt(document, 'id');
	if (rows.length > 0) await ask(subject, 'POST', `/${id}/rows`, { body: { data: rows, returnType: 'count' } });
	return id;
}
