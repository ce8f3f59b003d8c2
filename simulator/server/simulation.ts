import { type Door, FaultBoard } from '../faults/board';
import type { Gateway } from '../gateway/gateway';
import { Postman } from './postman';
import { makeRedactor } from './redact';
import { RequestLog } from './requestLog';
import { UnderWay } from './underWay';

/** What whoever runs the simulator has to say above its phones, such as how far something else is. */
export interface Notice {
	readonly title: string;
	readonly text: string;
	/** How far it is, 0 to 1, where that is known. */
	readonly part?: number;
}

/** Everything one simulator is made of: the gateway, its faults, the log, and who wants to know of changes. */
export class Simulation {
	readonly log = new RequestLog();
	readonly underWay = new UnderWay();
	readonly faults: FaultBoard;
	readonly postman: Postman;
	readonly redact: (text: string) => string;
	/** What the page says above the phones. */
	notice: Notice | undefined;
	/** Called when something may have changed on the page. */
	changed: () => void = () => undefined;

	/**
	 * @param gateway the account that is simulated
	 * @param door what a fault shuts and opens to refuse connections
	 * @param scheme of the address senders use
	 */
	constructor(
		readonly gateway: Gateway,
		door: Door,
		readonly scheme: 'http' | 'https',
	) {
		this.faults = new FaultBoard(door);
		this.postman = new Postman(gateway, () => {
			this.changed();
		});
		this.redact = makeRedactor(gateway.settings);
	}

	/** Back to the start: no messages, no requests, no faults, the first scenario and account. */
	reset(): void {
		this.gateway.reset();
		this.log.clear();
		this.faults.clear();
		this.changed();
	}
}
