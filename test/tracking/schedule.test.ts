import { followingPauseAt, pauseAt, Schedule } from '../../nodes/CascadeMessaging/tracking/schedule';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const NOW = Date.parse('2026-12-01T09:00:00.000Z');

describe('how long a message is left alone', () => {
	it.each([
		['just sent', 0, 30 * SECOND],
		['almost half an hour old', 30 * MINUTE - 1, 30 * SECOND],
		['half an hour old', 30 * MINUTE, 5 * MINUTE],
		['almost two hours old', 2 * HOUR - 1, 5 * MINUTE],
		['two hours old', 2 * HOUR, 10 * MINUTE],
		['almost six hours old', 6 * HOUR - 1, 10 * MINUTE],
		['six hours old', 6 * HOUR, 20 * MINUTE],
		['almost a day old', 24 * HOUR - 1, 20 * MINUTE],
		['a day old', 24 * HOUR, HOUR],
		['a year old', 365 * 24 * HOUR, HOUR],
		['sent by a clock that is ahead', -HOUR, HOUR],
		['of an age nobody knows', NaN, HOUR],
	])('when it is %s', (_name, age, pause) => {
		expect(pauseAt(age)).toBe(pause);
	});
});

describe('how long a message that was delivered is left alone', () => {
	it.each([
		['just delivered', 0, 10 * MINUTE],
		['by a clock that is ahead', -1, 10 * MINUTE],
		['almost an hour ago', HOUR - 1, 10 * MINUTE],
		['an hour ago', HOUR, 30 * MINUTE],
		['almost six hours ago', 6 * HOUR - 1, 30 * MINUTE],
		['six hours ago', 6 * HOUR, 2 * HOUR],
		['almost a day ago', 24 * HOUR - 1, 2 * HOUR],
		['a day ago', 24 * HOUR, 6 * HOUR],
		['almost three days ago', 72 * HOUR - 1, 6 * HOUR],
		['three days ago', 72 * HOUR, 12 * HOUR],
		['at a moment nobody knows', NaN, HOUR],
	])('%s', (_name, age, pause) => {
		expect(followingPauseAt(age)).toBe(pause);
	});
});

describe('a schedule', () => {
	const at = (schedule: Schedule, moment: number) => schedule.due(['a', 'b', 'c'], moment);

	it('has everything due that was never asked, in the order given', () => {
		expect(at(new Schedule(), NOW)).toEqual(['a', 'b', 'c']);
	});

	it('leaves a message alone after an answer, until its pause is over', () => {
		const schedule = new Schedule();
		schedule.answered('b', NOW - HOUR, NOW);

		expect(at(schedule, NOW)).toEqual(['a', 'c']);
		expect(at(schedule, NOW + 5 * MINUTE - 1)).toEqual(['a', 'c']);
		expect(at(schedule, NOW + 5 * MINUTE)).toEqual(['a', 'c', 'b']);
	});

	it('may have other pauses', () => {
		const schedule = new Schedule(followingPauseAt);
		schedule.answered('b', NOW, NOW);

		expect(at(schedule, NOW + 10 * MINUTE - 1)).toEqual(['a', 'c']);
		expect(at(schedule, NOW + 10 * MINUTE)).toEqual(['a', 'c', 'b']);
	});

	it('begins with those that waited longest', () => {
		const schedule = new Schedule();
		schedule.answered('a', NOW, NOW + 2 * MINUTE);
		schedule.answered('b', NOW, NOW);
		schedule.answered('c', NOW, NOW + MINUTE);

		expect(at(schedule, NOW + HOUR)).toEqual(['b', 'c', 'a']);
	});

	it('knows whether the gateway spoke of a message at or after a moment', () => {
		const schedule = new Schedule();
		schedule.answered('a', NOW, NOW);

		expect(schedule.wasAnsweredSince('a', NOW)).toBe(true);
		expect(schedule.wasAnsweredSince('a', NOW - 1)).toBe(true);
		expect(schedule.wasAnsweredSince('a', NOW + 1)).toBe(false);
		expect(schedule.wasAnsweredSince('b', NOW)).toBe(false);
	});

	it('makes a message due that was not spoken of since, and leaves the others', () => {
		const schedule = new Schedule();
		for (const id of ['a', 'b', 'c']) schedule.answered(id, NOW, NOW);
		for (const [id, moment] of [
			['a', NOW],
			['b', NOW + 1],
		] as const)
			if (!schedule.wasAnsweredSince(id, moment)) schedule.demand(id);

		expect(at(schedule, NOW + 1)).toEqual(['b']);
	});

	it('changes nothing when it is asked', () => {
		const schedule = new Schedule();
		for (const id of ['a', 'b', 'c']) schedule.answered(id, NOW, NOW);
		schedule.wasAnsweredSince('a', NOW + 1);

		expect(at(schedule, NOW + 1)).toEqual([]);
	});

	it('keeps in mind when the gateway spoke of a message that is demanded', () => {
		const schedule = new Schedule();
		schedule.answered('a', NOW, NOW);
		schedule.demand('a');

		expect(at(schedule, NOW)).toEqual(['a', 'b', 'c']);
		expect(schedule.wasAnsweredSince('a', NOW)).toBe(true);
	});

	it('forgets a message that is done', () => {
		const schedule = new Schedule();
		for (const id of ['a', 'b', 'c']) schedule.answered(id, NOW, NOW);
		schedule.done('b');

		expect(at(schedule, NOW)).toEqual(['b']);
		expect(schedule.wasAnsweredSince('b', NOW)).toBe(false);
		expect(schedule.wasAnsweredSince('a', NOW)).toBe(true);
	});
});
