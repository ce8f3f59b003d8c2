import type { Socket } from 'node:net';

import type { ProtocolName } from '../gateway/message';
import { stableFraction } from '../gateway/stableFraction';
import type { Operation } from '../protocols/openedRequest';
import { checkOrder } from './checkOrder';
import type { FaultRow } from './faultRow';
import type { FaultOrder } from './order';
import { findFault } from './table';

/** A fault that is switched on. */
export interface ActiveFault {
	readonly id: string;
	readonly order: FaultOrder;
	readonly row: FaultRow;
	/** Requests so far that are of its protocol and operation. */
	seen: number;
	/** Requests it struck. */
	hits: number;
}

/** The listener, as a fault shuts and opens it. */
export interface Door {
	/** Refuses connections for so many real seconds; 0 = until opened. */
	shut(seconds: number): void;
	open(): void;
}

/** Holds the faults that are switched on and decides which one strikes a request. */
export class FaultBoard {
	readonly #door: Door;
	#active: ActiveFault[] = [];
	#count = 0;
	#shutWithNextAnswer: number | null = null;

	/** @param door what is shut by a fault that stops the listening */
	constructor(door: Door) {
		this.#door = door;
	}

	/**
	 * Switches a fault on.
	 * @returns its ID, for `clear`
	 * @throws {TypeError} when the order makes no sense
	 */
	set(order: FaultOrder): string {
		const checked = checkOrder(order);
		const row = findFault(checked.fault);
		if (!row) throw new TypeError(`There is no fault "${checked.fault}".`);
		this.#count += 1;
		const fault: ActiveFault = { id: String(this.#count), order: checked, row, seen: 0, hits: 0 };
		if (row.stage === 'listener' && (checked.nth ?? 1) === 1)
			this.#shut(fault, () => {
				this.#door.shut(secondsOf(fault));
			});
		this.#active.push(fault);
		return fault.id;
	}

	/** Switches one fault off, or all; the gateway listens again. Requests that hang already go on hanging. */
	clear(id?: string): void {
		this.#active = id === undefined ? [] : this.#active.filter((fault) => fault.id !== id);
		this.#shutWithNextAnswer = null;
		if (!this.#active.some(({ row }) => row.stage === 'listener')) this.#door.open();
	}

	/** The faults that are switched on, oldest first. */
	list(): readonly ActiveFault[] {
		return this.#active;
	}

	/** Whether the operation must be known to decide which fault strikes a request of this protocol. */
	needsOperation(protocol: ProtocolName): boolean {
		return this.#active.some(({ order }) => order.operation && (order.protocol ?? protocol) === protocol);
	}

	/**
	 * Decides which fault strikes a request; to be called once for each. The oldest that is due wins; every fault the request fits counts it.
	 * @param operation null when no fault depends on it
	 */
	strike(protocol: ProtocolName, operation: Operation | null): ActiveFault | undefined {
		let struck: ActiveFault | undefined;
		for (const fault of this.#active) {
			const { order, row } = fault;
			if (row.stage === 'connection') continue;
			if ((order.protocol ?? protocol) !== protocol || (order.operation && order.operation !== operation)) continue;
			fault.seen += 1;
			if (row.stage === 'listener') {
				if (order.nth === fault.seen + 1) this.#shut(fault, () => (this.#shutWithNextAnswer = secondsOf(fault)));
			} else if (!struck && isDue(fault)) {
				struck = fault;
			}
		}
		if (struck) struck.hits += 1;
		return struck;
	}

	/**
	 * Lets a fault strike a connection before anything is read from it; to be called once for each.
	 * @returns whether one did
	 */
	strikeConnection(socket: Socket): boolean {
		let struck: (() => void) | undefined;
		for (const fault of this.#active) {
			const { row } = fault;
			if (row.stage !== 'connection') continue;
			fault.seen += 1;
			if (struck || !isDue(fault)) continue;
			fault.hits += 1;
			struck = () => {
				row.strike(socket);
			};
		}
		struck?.();
		return struck !== undefined;
	}

	/**
	 * To be called before an answer leaves: shuts the door if the next request is to find it shut.
	 * @returns whether it did; the connection of this answer is then to be its last
	 */
	shutBeforeAnswer(): boolean {
		if (this.#shutWithNextAnswer === null) return false;
		this.#door.shut(this.#shutWithNextAnswer);
		this.#shutWithNextAnswer = null;
		return true;
	}

	#shut(fault: ActiveFault, act: () => void): void {
		fault.hits += 1;
		act();
	}
}

function secondsOf({ order }: ActiveFault): number {
	return order.seconds ?? 1;
}

function isDue({ id, order, seen }: ActiveFault): boolean {
	if (order.nth !== undefined) return seen === order.nth;
	if (order.next !== undefined) return seen <= order.next;
	if (order.share !== undefined) return stableFraction(`${id}/${seen}`) < order.share;
	return true;
}

/** Whether a fault lets the messages be taken on before it strikes. */
export function isAccepting({ order, row }: ActiveFault): boolean {
	return order.accepted ?? (row.accepted === 'always' || row.accepted === 'yes');
}
