import type { INodePropertyOptions } from 'n8n-workflow';

import { triggerFields } from '../../../nodes/CascadeMessaging/tracking/triggerFields';
import { HOUR, outcomesOf, pass, send, trigger, world } from './world';

const here = world();

const offered = (triggerFields.find(({ name }) => name === 'outcomes')?.options ?? []) as INodePropertyOptions[];
const PHONES = {
	delivered: '79990010001',
	expired: '79990080001',
	noReceipt: '79990100001',
	notDelivered: '79990090001',
	timeout: '79990140001',
	unknown: '79990150001',
};

describe('Outcomes offers every outcome there is', () => {
	it('and no other', () => {
		expect(offered.map(({ value }) => value)).toEqual(Object.keys(PHONES));
	});

	it.each(Object.entries(PHONES))('and hears of %s alone when it is chosen', async (outcome) => {
		const one = trigger(here, { account: {}, parameters: { outcomes: [outcome] } });
		await one.poll();
		await send(here, Object.values(PHONES), { store: 'memory' });
		pass(here, 80 * HOUR);

		expect(outcomesOf(await one.poll())).toEqual([outcome]);
	});
});
