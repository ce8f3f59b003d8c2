import type { Gateway } from '../gateway/gateway';
import type { AcceptedMessage, WrittenReply } from '../gateway/message';
import type { MessageStore } from '../gateway/messageStore';
import { answersAt, replyDocument } from '../gateway/replies';

const BETWEEN_LOOKS = 100;
const PATIENCE = 10_000;

interface Due {
	readonly message: AcceptedMessage;
	readonly at: number;
}

/** Posts what subscribers write back to the manager's URL, and writes in the name of those whose fate it is to answer. */
export class Postman {
	readonly #gateway: Gateway;
	readonly #changed: () => void;
	readonly #timer: NodeJS.Timeout;
	readonly #ended = new AbortController();
	#store: MessageStore | undefined;
	#seen = 0;
	#due: Due[] = [];

	/** @param changed called when the page has something new to show */
	constructor(gateway: Gateway, changed: () => void) {
		this.#gateway = gateway;
		this.#changed = changed;
		this.#timer = setInterval(() => {
			this.#look();
		}, BETWEEN_LOOKS).unref();
	}

	/** Writes and posts a reply, so many times in the same words. Returns when all were answered, or not reached. */
	async write(message: AcceptedMessage, text: string, times = 1): Promise<void> {
		const { replyUrl, clock } = this.#gateway;
		const reply: WrittenReply = { text, at: clock.now(), posted: replyUrl === '' ? 'no address' : 'being posted' };
		message.replies = [...(message.replies ?? []), reply];
		this.#changed();
		for (let time = 0; time < times && replyUrl !== ''; time++) {
			reply.posted = await this.#post(replyUrl, replyDocument(message, reply));
			this.#changed();
		}
	}

	/** Ends; what is under way is cut. */
	close(): void {
		clearInterval(this.#timer);
		this.#ended.abort();
	}

	/** The clock may jump, so no timer of its own waits for a reply. */
	#look(): void {
		const { store, clock } = this.#gateway;
		if (store !== this.#store) this.#startOver(store);
		for (; this.#seen < store.all.length; this.#seen++) {
			const message = store.all[this.#seen];
			const at = message ? answersAt(message) : null;
			if (message && at !== null) this.#due.push({ message, at });
		}
		if (this.#due.length === 0) return;
		const now = clock.now();
		const ready = this.#due.filter(({ at }) => at <= now);
		if (ready.length > 0) this.#due = this.#due.filter(({ at }) => at > now);
		for (const { message } of ready.filter(isStillDue)) void this.write(message, message.fate.reply?.text ?? '', message.fate.reply?.times);
	}

	#startOver(store: MessageStore): void {
		this.#store = store;
		this.#seen = 0;
		this.#due = [];
	}

	async #post(url: string, document: object): Promise<number | 'not reached'> {
		const signal = AbortSignal.any([this.#ended.signal, AbortSignal.timeout(PATIENCE)]);
		const headers = { 'content-type': 'application/json' };
		try {
			const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(document), redirect: 'manual', signal });
			await response.body?.cancel();
			return response.status;
		} catch {
			return 'not reached';
		}
	}
}

/** A scheduled message may have been deleted meanwhile. */
function isStillDue({ message }: Due): boolean {
	return answersAt(message) !== null;
}
