import type { AuthenticationKind } from '../gateway/authentication';
import type { ProtocolName } from '../gateway/message';
import type { Operation } from '../protocols/openedRequest';

/** One HTTP request to the gateway, with login, password and token hidden. */
export interface RequestEntry {
	/** 1, 2, 3 … in the order of arrival. */
	readonly number: number;
	/** Real time of arrival, ISO 8601 in UTC. */
	readonly time: string;
	readonly method: string;
	readonly path: string;
	/** What follows the question mark; empty when nothing does. */
	readonly query: string;
	/** Null for an address the gateway does not have. */
	readonly protocol: ProtocolName | null;
	operation: Operation | null;
	/** How many requests to its address were under way when it came, itself included. */
	readonly atOnce: number;
	authentication: AuthenticationKind;
	/** Empty when it was never read, and for all but the newest requests. */
	body: string;
	/** The document of the answer, as far as it was sent; empty for all but the newest requests. */
	answer: string;
	/** Recipients, or message IDs asked for; who is on a contact list is not counted. */
	recipients: number;
	/** Recipients taken on, or states told. */
	accepted: number;
	/** `open` = not answered yet, or never. */
	outcome: 'open' | 'answered' | 'refused' | 'fault';
	/** The fault that struck, or the text of the refusal. */
	detail: string | null;
	/** HTTP status of the answer; null while there is none. */
	status: number | null;
	/** Real milliseconds from arrival to the answer's end. */
	milliseconds: number | null;
}

/** What is known of a request when it arrives. */
type Arrival = Pick<RequestEntry, 'method' | 'path' | 'query' | 'protocol' | 'operation' | 'atOnce'>;

const MOST_ENTRIES = 100_000;
const MOST_BODIES = 500;

/** The requests that reached the gateway, oldest first; control requests and the page are not among them. */
export class RequestLog {
	#entries: RequestEntry[] = [];
	#count = 0;

	/** The entries kept: the newest hundred thousand. */
	get all(): readonly RequestEntry[] {
		return this.#entries;
	}

	/** How many requests there ever were. */
	get total(): number {
		return this.#count;
	}

	/** Starts an entry. */
	open(arrival: Arrival): RequestEntry {
		this.#count += 1;
		const entry: RequestEntry = {
			...arrival,
			number: this.#count,
			time: new Date().toISOString(),
			authentication: 'none',
			body: '',
			answer: '',
			recipients: 0,
			accepted: 0,
			outcome: 'open',
			detail: null,
			status: null,
			milliseconds: null,
		};
		this.#entries.push(entry);
		const old = this.#entries.at(-MOST_BODIES - 1);
		if (old) Object.assign(old, { body: '', answer: '' });
		if (this.#entries.length > MOST_ENTRIES * 1.1) this.#entries = this.#entries.slice(-MOST_ENTRIES);
		return entry;
	}

	/** Forgets all entries and starts counting anew. */
	clear(): void {
		this.#entries = [];
		this.#count = 0;
	}
}
