import type { ServerResponse } from 'node:http';

import type { FastifyInstance } from 'fastify';

import { formatPrice } from '../gateway/prices';
import { formatWallTime } from '../gateway/wallTime';
import { isRecord } from '../isRecord';
import { makeCard } from './cards';
import { newestPhones } from './newestPhones';
import type { Simulation } from './simulation';

const MOST_PHONES = 60;
const BETWEEN_LOOKS = 400;
const SOON = 30;

/** Ends all open pages. */
interface Live {
	close(): void;
}

/**
 * Adds `GET /_control/events?filter=…`, server-sent events for the page: totals and the newest phones, and of these
 * only the cards that changed since the last event. Nothing is computed while no page is open.
 */
export function addLiveRoute(app: FastifyInstance, simulation: Simulation): Live {
	const watchers = new Set<Watcher>();
	let soon: NodeJS.Timeout | undefined;
	const look = () => {
		for (const watcher of watchers) watcher.look();
	};
	simulation.changed = () => {
		if (watchers.size === 0 || soon) return;
		soon = setTimeout(() => {
			soon = undefined;
			look();
		}, SOON);
	};
	const timer = setInterval(look, BETWEEN_LOOKS);
	app.get('/_control/events', (request, reply) => {
		const filter = isRecord(request.query) && typeof request.query.filter === 'string' ? request.query.filter : '';
		reply.hijack();
		const watcher = new Watcher(simulation, reply.raw, filter);
		watchers.add(watcher);
		reply.raw.once('close', () => watchers.delete(watcher));
		watcher.look();
	});
	return {
		close: () => {
			clearInterval(timer);
			clearTimeout(soon);
		},
	};
}

/** One open page. */
class Watcher {
	readonly #simulation: Simulation;
	readonly #response: ServerResponse;
	readonly #filter: string;
	readonly #shown = new Map<string, string>();
	#last = '';

	constructor(simulation: Simulation, response: ServerResponse, filter: string) {
		this.#simulation = simulation;
		this.#response = response;
		this.#filter = filter;
		response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
	}

	/** Tells the page what is new; skips a turn when the page cannot keep up. */
	look(): void {
		if (this.#response.writableNeedDrain) return;
		const event = JSON.stringify(this.#describe());
		if (event === this.#last) return;
		this.#last = event;
		this.#response.write(`data: ${event}\n\n`);
	}

	#describe() {
		const { gateway, faults, log, notice } = this.#simulation;
		const { clock, settings, store, tally } = gateway;
		const now = clock.now();
		const order = newestPhones(gateway, this.#filter, MOST_PHONES);
		const counters = tally.at(now, store.phones);
		return {
			clock: formatWallTime(now, settings.timeZone),
			timeZone: settings.timeZone,
			speed: clock.speed,
			counters: { ...counters, charged: formatPrice(counters.charged, '.') },
			account: {
				balance: `${formatPrice(gateway.balance, '.')} ${gateway.account.settings.currency}`,
				stopList: gateway.account.stopList.size,
			},
			notice,
			faults: faults.list().map(({ order: { fault } }) => fault),
			requests: log.all.slice(-8).map((entry) => ({ ...entry, body: '' })),
			total: log.total,
			order,
			cards: order.flatMap((phone) => this.#changedCard(phone, now)),
		};
	}

	#changedCard(phone: string, now: number) {
		const card = makeCard(phone, this.#simulation.gateway, now);
		const text = JSON.stringify(card);
		if (this.#shown.get(phone) === text) return [];
		this.#shown.set(phone, text);
		return [card];
	}
}
