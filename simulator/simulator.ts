import type { ActiveFault } from './faults/board';
import type { FaultOrder } from './faults/order';
import type { AccountBook } from './gateway/account/accountBook';
import type { AccountSettings } from './gateway/account/settings';
import type { Clock } from './gateway/clock';
import { doDeed, messageFor } from './gateway/deeds';
import type { AcceptedMessage } from './gateway/message';
import { type Progress, progressAt } from './gateway/progress';
import { readReplyUrl } from './gateway/replies';
import type { Scenario } from './gateway/scenario';
import type { Counters } from './gateway/tally';
import type { Engagement } from './gateway/timeline';
import type { RequestEntry } from './server/requestLog';
import type { Notice, Simulation } from './server/simulation';

/** A fault that is switched on, and how often it struck. */
type FaultStatus = Pick<ActiveFault, 'id' | 'order' | 'seen' | 'hits'>;

/** How many connections were taken, and how many of them wait. */
interface Connections {
	readonly connections: number;
	readonly waiting: number;
}

/** A running gateway, as tests and the demo hold it. */
export class Simulator {
	/** For instance `http://127.0.0.1:8090`, without a slash at the end. */
	readonly url: string;
	/** Where it listens. */
	readonly port: number;
	readonly #simulation: Simulation;
	readonly #listener: Connections;
	readonly #end: () => Promise<void>;

	/**
	 * @param simulation what is running
	 * @param port where it listens
	 * @param listener counts the connections
	 * @param end stops it
	 */
	constructor(simulation: Simulation, port: number, listener: Connections, end: () => Promise<void>) {
		this.port = port;
		this.#simulation = simulation;
		this.#listener = listener;
		this.#end = end;
		this.url = `${simulation.scheme}://127.0.0.1:${port}`;
	}

	/** Everything accepted, oldest first: one entry per recipient. */
	get messages(): readonly AcceptedMessage[] {
		return this.#simulation.gateway.store.all;
	}

	/** Every request that reached the gateway, oldest first, secrets hidden. */
	get requests(): readonly RequestEntry[] {
		return this.#simulation.log.all;
	}

	/** How many connections were taken since the start, also those that brought no request. */
	get connections(): number {
		return this.#listener.connections;
	}

	/** How many connections are open whose answer is not complete, and may never be. */
	get waiting(): number {
		return this.#listener.waiting;
	}

	/** Gateway time: `now()`, `advance(ms)`, `setSpeed(n)`. */
	get clock(): Clock {
		return this.#simulation.gateway.clock;
	}

	/** Who has which fate: `set(rows)`, `rows`. */
	get scenario(): Scenario {
		return this.#simulation.gateway.scenario;
	}

	/** The account: its settings, its stop list, its contact lists. */
	get account(): AccountBook {
		return this.#simulation.gateway.account;
	}

	/** The money on the account at this moment, as its questions tell it. */
	get balance(): number {
		return this.#simulation.gateway.balance / 100;
	}

	/** Sets the account up anew in what is given; the rest stays. @throws {TypeError} that says what makes no sense */
	changeAccount(given: Partial<AccountSettings>): void {
		this.#simulation.gateway.changeAccount(given);
		this.#simulation.changed();
	}

	/** Totals by state at this moment. */
	get counters(): Counters {
		const { tally, store, clock } = this.#simulation.gateway;
		return tally.at(clock.now(), store.phones);
	}

	/** Switches faults on and off. */
	readonly faults = {
		/** Switches a fault on and returns its ID. @throws {TypeError} when the order makes no sense */
		set: (order: FaultOrder): string => this.#simulation.faults.set(order),
		/** Switches one fault off, or all. */
		clear: (id?: string): void => {
			this.#simulation.faults.clear(id);
		},
		/** What is switched on. */
		list: (): readonly FaultStatus[] => this.#simulation.faults.list(),
	};

	/**
	 * How far a message is at this moment.
	 * @returns undefined when no message has this ID
	 */
	progressOf(id: string): Progress | undefined {
		const message = this.#simulation.gateway.store.find(id);
		return message && progressAt(message, this.clock.now());
	}

	/** Where replies are posted to; empty is nowhere. @throws {TypeError} when set to what is no web address */
	get replyUrl(): string {
		return this.#simulation.gateway.replyUrl;
	}

	set replyUrl(url: string) {
		this.#simulation.gateway.replyUrl = readReplyUrl(url);
	}

	/** What the page says above the phones; nothing when undefined. */
	set notice(notice: Notice | undefined) {
		this.#simulation.notice = notice;
		this.#simulation.changed();
	}

	/** Lets a subscriber read a message, open its link or block the sender. @throws {TypeError} when that is not possible now */
	act(id: string, deed: Engagement): void {
		doDeed(this.#simulation.gateway, id, deed);
		this.#simulation.changed();
	}

	/** Lets a subscriber write back. Returns once it was posted. @throws {TypeError} when that is not possible now */
	async reply(id: string, text: string): Promise<void> {
		await this.#simulation.postman.write(messageFor(this.#simulation.gateway, id, 'reply'), text);
	}

	/** Tops the account up: what waits for money goes out (PROTOCOL section 6a). @returns how many messages that is */
	topUp(): number {
		return this.#simulation.gateway.store.topUp(this.clock.now());
	}

	/** Forgets messages, requests, client numbers and faults, and returns to the first scenario and account. The clock goes on. */
	reset(): void {
		this.#simulation.reset();
	}

	/** Stops at once; open connections, hung ones too, are cut. */
	close(): Promise<void> {
		return this.#end();
	}
}
