import { AccountTurns, turnsOf } from '../../nodes/CascadeMessaging/tracking/accountTurns';
import { held } from './support/held';

/** A poll that ends when it is told to. */
function heldPoll(name: string, log: string[]) {
	const { promise, resolve, reject } = held<string>();
	const poll = async (): Promise<string> => {
		log.push(name);
		return await promise;
	};
	return {
		poll,
		end: () => {
			resolve(name);
		},
		fail: reject,
	};
}

const settled = async (): Promise<void> => {
	await new Promise(setImmediate);
};

it('lets polls of one account wait for each other, and gives each its own answer', async () => {
	const turns = new AccountTurns();
	const log: string[] = [];
	const [one, two] = [heldPoll('one', log), heldPoll('two', log)];
	const both = [turns.take(one.poll), turns.take(two.poll)];
	await settled();
	expect(log).toEqual(['one']);
	one.end();
	await settled();
	expect(log).toEqual(['one', 'two']);
	two.end();

	expect(await Promise.all(both)).toEqual(['one', 'two']);
});

it('goes on after one that fails, which throws what it threw', async () => {
	const turns = new AccountTurns();
	const log: string[] = [];
	const [one, two] = [heldPoll('one', log), heldPoll('two', log)];
	const first = turns.take(one.poll);
	const second = turns.take(two.poll);
	const error = new Error('No');
	one.fail(error);
	two.end();

	await expect(first).rejects.toBe(error);
	expect(await second).toBe('two');
});

it('are others for another account', async () => {
	expect(turnsOf('a')).toBe(turnsOf('a'));
	expect(turnsOf('a')).not.toBe(turnsOf('b'));
	expect(await turnsOf('a').take(async () => await Promise.resolve(7))).toBe(7);
});
