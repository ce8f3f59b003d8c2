import { askingOf, budgetOf, isDurable } from '../../nodes/CascadeMessaging/tracking/pollBudget';
import type { TriggerSettings } from '../../nodes/CascadeMessaging/tracking/triggerFields';
import { fakeN8n } from './support/n8n';

const NOW = Date.parse('2026-12-01T09:00:00.000Z');
const SETTINGS = { protocol: 'xml', messagesPerRequest: 7 } as TriggerSettings;
const contextWith = (budget?: number) => fakeN8n(budget === undefined ? {} : { budget }).context;

beforeEach(() => {
	jest.useFakeTimers({ now: NOW });
});
afterEach(() => {
	jest.useRealTimers();
});

it('n8n says how long a poll may take; older versions set no end', () => {
	expect(budgetOf(contextWith(45_000))).toBe(45_000);
	expect(budgetOf(contextWith())).toBe(Infinity);
});

it.each([
	[45_000, true],
	[59_999, true],
	[60_000, false],
	[300_000, false],
	[undefined, false],
])('a poll that may take %d ms is run by the durable scheduler: %j', (budget, is) => {
	expect(isDurable(contextWith(budget))).toBe(is);
});

it.each([
	[undefined, 25_000],
	[300_000, 25_000],
	[50_000, 25_000],
	[45_000, 22_500],
])('of %d ms a poll asks for %d ms', (budget, milliseconds) => {
	expect(askingOf(contextWith(budget), SETTINGS)).toEqual({
		...{ protocol: 'xml', idsPerRequest: 7, timeoutSeconds: 25, retries: 1 },
		deadline: NOW + milliseconds,
	});
});
