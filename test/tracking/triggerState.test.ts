import { stateOf, TriggerState } from '../../nodes/CascadeMessaging/tracking/triggerState';
import { held } from './support/held';
import { fakeN8n } from './support/n8n';

const HOUR = 3_600_000;
const NOW = Date.parse('2026-12-01T09:00:00.000Z');
const context = (budget = 300_000) => fakeN8n({ budget }).context;

describe('a poll', () => {
	it('is not run twice when it outlasts the interval', async () => {
		const state = new TriggerState();
		const { promise, resolve } = held<string>();
		const first = state.alone(async () => await promise);
		const second = jest.fn();

		expect(await state.alone(second)).toBeUndefined();
		expect(second).not.toHaveBeenCalled();
		resolve('first');
		expect(await first).toBe('first');
		expect(await state.alone(async () => await Promise.resolve('third'))).toBe('third');
	});

	it('that fails does not keep the next from running', async () => {
		const state = new TriggerState();
		const error = new Error('No');
		await expect(state.alone(async () => await Promise.reject(error))).rejects.toBe(error);

		expect(await state.alone(async () => await Promise.resolve('next'))).toBe('next');
	});
});

describe('the first poll', () => {
	it('is the one with a context that has not polled, where n8n keeps one for an activation', () => {
		const state = new TriggerState();
		const [before, after] = [context(), context()];
		expect(state.isFirst(before)).toBe(true);
		expect(state.isFirst(before)).toBe(true);
		state.polls(before, NOW);

		expect([state.isFirst(before), state.isFirst(after)]).toEqual([false, true]);
		state.polls(after, NOW);
		expect([state.isFirst(before), state.isFirst(after)]).toEqual([false, false]);
	});

	it('is the first in this process, where n8n’s durable scheduler gives each poll a context', () => {
		const state = new TriggerState();
		expect(state.isFirst(context(45_000))).toBe(true);
		state.polls(context(45_000), NOW);

		expect(state.isFirst(context(45_000))).toBe(false);
	});

	it('says since when the trigger is active', () => {
		const state = new TriggerState();

		expect([state.polls(context(), 0), state.polls(context(), NOW), state.polls(context(), NOW + 1)]).toEqual([0, 0, 0]);
	});
});

describe('a lasting trouble', () => {
	it('is told of at once, and then once an hour', () => {
		const state = new TriggerState();
		expect(state.isTimeToTell(0)).toBe(true);
		state.tells(NOW);

		expect([NOW, NOW + HOUR - 1, NOW + HOUR].map((now) => state.isTimeToTell(now))).toEqual([false, false, true]);
	});

	it('is told of at once when there was none in between', () => {
		const state = new TriggerState();
		state.tells(NOW);
		state.recovers();

		expect(state.isTimeToTell(NOW)).toBe(true);
	});
});

it('is one for each trigger', () => {
	expect(stateOf('a')).toBe(stateOf('a'));
	expect(stateOf('a')).not.toBe(stateOf('b'));
});
