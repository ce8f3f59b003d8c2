import type { Activation } from './kit';
import { HOUR, idsOf, MINUTE, NEVER, NOT_DELIVERED, outcomesOf, pass, READ, send, trigger, world } from './world';

const here = world();
type Parameters = NonNullable<Activation['parameters']>;

/** A trigger on the memory that has polled once. */
async function listening(parameters: Parameters) {
	const one = trigger(here, { account: {}, parameters });
	await one.poll();
	here.simulator.reset(); // what earlier tests left is over and done with
	return one;
}

const sendTo = async (...phones: string[]) => await send(here, phones, { store: 'memory' });
const stateRequests = () => here.simulator.requests.filter(({ operation }) => operation === 'state');

describe('Messages per Request', () => {
	it.each([
		[{}, [5]],
		[{ messagesPerRequest: 2 }, [2, 2, 1]],
		[{ messagesPerRequest: '3' }, [3, 2]],
		[{ messagesPerRequest: 2.9 }, [2, 2, 1]],
		[{ messagesPerRequest: 0 }, [1, 1, 1, 1, 1]],
		[{ messagesPerRequest: -7 }, [1, 1, 1, 1, 1]],
		[{ messagesPerRequest: 'many' }, [5]],
	])('%j asks about 5 messages in requests of %j', async (options, sizes) => {
		const one = await listening({ options });
		await sendTo(NEVER, NEVER, NEVER, NEVER, NEVER);
		await one.poll();

		expect(stateRequests().map(({ recipients }) => recipients)).toEqual(sizes);
	});

	it('is 500 where nothing is said', async () => {
		const one = await listening({});
		await sendTo(...Array.from({ length: 501 }, () => NEVER));
		await one.poll();

		expect(stateRequests().map(({ recipients }) => recipients)).toEqual([500, 1]);
	});
});

describe('Protocol', () => {
	it.each([
		[{}, 'json'],
		[{ protocol: 'json' }, 'json'],
		[{ protocol: 'xml' }, 'xml'],
		[{ protocol: 'get' }, 'json'],
	])('%j asks over %s', async (options, protocol) => {
		const one = await listening({ options });
		const [sent] = await sendTo(READ);
		pass(here, 8 * HOUR);

		expect(idsOf(await one.poll())).toEqual([sent?.messageId]);
		expect(stateRequests().map((request) => request.protocol)).toEqual([protocol]);
	});
});

describe('Give Up After', () => {
	it.each([
		[{ giveUpAfter: 3 }, 3 * HOUR],
		[{ giveUpAfter: '1,5' }, 1.5 * HOUR],
		[{}, 72 * HOUR],
		[{ giveUpAfter: 'long' }, 72 * HOUR],
		[{ giveUpAfter: 0 }, 3600],
		[{ giveUpAfter: -1 }, 3600],
	])('%j gives up after %d ms and not before', async (parameters, milliseconds) => {
		const [early, punctual] = [await listening(parameters), await listening(parameters)];
		await sendTo(NEVER);
		pass(here, milliseconds - 1);
		expect(await early.poll()).toEqual([]);
		pass(here, 1);

		expect(outcomesOf(await punctual.poll())).toEqual(['timeout']);
	});
});

describe('Outcomes and Campaign', () => {
	it.each([
		[{}, ['delivered', 'notDelivered']],
		[{ outcomes: [], campaignName: '' }, ['delivered', 'notDelivered']],
		[{ outcomes: ['notDelivered', 'expired'] }, ['notDelivered']],
		[{ outcomes: 'delivered' }, ['delivered']],
		[{ outcomes: [''] }, ['delivered', 'notDelivered']],
		[{ campaignName: 'Autumn' }, ['delivered', 'notDelivered']],
		[{ campaignName: ' Autumn ' }, ['delivered', 'notDelivered']],
		[{ campaignName: '\u00a0Autumn\u200b' }, ['delivered', 'notDelivered']],
		[{ campaignName: 'autumn' }, []],
		[{ outcomes: ['delivered'], campaignName: 'Spring' }, []],
	])('%j hear of %j', async (parameters, outcomes) => {
		const one = await listening(parameters);
		await sendTo(READ, NOT_DELIVERED);
		pass(here, 8 * HOUR);

		expect(outcomesOf(await one.poll())).toEqual(outcomes);
		pass(here, MINUTE);
		expect(await one.poll()).toEqual([]);
	});
});
