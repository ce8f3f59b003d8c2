import type { Followed } from '../../nodes/CascadeMessaging/tracking/following';
import { isAwaited, signsIn, wishOf } from '../../nodes/CascadeMessaging/tracking/following';
import { HOUR, iso, START } from './support/dataTables';

const ALL = ['read', 'linkOpened', 'unsubscribed'] as const;
const wish = { engagements: ALL, followFor: 72 * HOUR, campaignName: '' };
const followed = (changes: Partial<Followed> = {}): Followed => ({
	...{ messageId: '1', campaignName: 'Autumn', followedSince: iso(), known: [] },
	...changes,
});

it('a trigger follows for the events that are no outcome', () => {
	const filter = { events: ['unsubscribed', 'finalOutcome', 'read'], outcomes: ['expired'], campaignName: 'Autumn' } as const;

	expect(wishOf({ filter, followFor: HOUR })).toEqual({ engagements: ['read', 'unsubscribed'], followFor: HOUR, campaignName: 'Autumn' });
	expect(wishOf({ filter: { ...filter, events: ['finalOutcome'] }, followFor: HOUR }).engagements).toEqual([]);
});

describe('a message is awaited', () => {
	it.each([
		['while nothing is known', {}, {}, 0, true],
		['until its time is over', {}, {}, 72 * HOUR - 1, true],
		['but not after', {}, {}, 72 * HOUR, false],
		['while something wanted may come', { known: ['read', 'linkOpened'] }, {}, 0, true],
		['but not when all that is wanted has come', { known: ['read'] }, { engagements: ['read'] }, 0, false],
		['but not after the last, whatever has not come', { known: ['unsubscribed'] }, { engagements: ['read'] }, 0, false],
		['but not by whoever wants nothing', {}, { engagements: [] }, 0, false],
		['in its campaign', {}, { campaignName: 'Autumn' }, 0, true],
		['but not in another', {}, { campaignName: 'Spring' }, 0, false],
	] as const)('%s', (_name, message, changes, age, is) => {
		expect(isAwaited(followed(message), { ...wish, ...changes }, age)).toBe(is);
	});
});

describe('what a status says that is new', () => {
	const at = '2026-12-01T08:00:00.000Z';
	const changedAt = '2026-12-01T11:00:00+03:00';

	it.each([
		['read', [], [{ event: 'read', at, inferred: false }]],
		['read', ['read'], []],
		[
			'linkOpened',
			[],
			[
				{ event: 'read', at, inferred: true },
				{ event: 'linkOpened', at, inferred: false },
			],
		],
		['linkOpened', ['read'], [{ event: 'linkOpened', at, inferred: false }]],
		['linkOpened', ['read', 'linkOpened'], []],
		['unsubscribed', [], [{ event: 'unsubscribed', at, inferred: false }]],
		[null, [], []],
	] as const)('of %s after %j', (engagement, known, signs) => {
		expect(signsIn({ engagement, changedAt }, known, START)).toEqual(signs);
	});

	it.each([null, 'yesterday'])('happened when it was learnt where the gateway gives the time %j', (unknown) => {
		expect(signsIn({ engagement: 'read', changedAt: unknown }, [], START)).toEqual([{ event: 'read', at: iso(), inferred: false }]);
	});
});
