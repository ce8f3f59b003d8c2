import { trackAccepted } from '../../../../nodes/CascadeMessaging/operations/message/send/trackAccepted';
import type { HandedOver, HandOver } from '../../../../nodes/CascadeMessaging/tracking/handOver';
import { recentIds } from '../../../../nodes/CascadeMessaging/tracking/recentIds';
import { sendRun } from '../../support/sendRun';

const given: HandedOver[] = [{ messageId: '7', data: {} }];

it('hands messages over, remembers all IDs, and passes the warning on', async () => {
	const { run } = await sendRun();
	const taken: unknown[] = [];
	const give = async (messages: readonly HandedOver[]) => await Promise.resolve((taken.push(...messages), 'The table is full.'));
	const warning = await trackAccepted(run, { give } as unknown as HandOver, () => ({ ids: ['7', '8'], given }));

	expect([warning, taken]).toEqual(['The table is full.', given]);
	expect(['7', '8', '9'].map((id) => recentIds.ageOf(run.account.key, id, Date.now()) !== undefined)).toEqual([true, true, false]);
});

it('warns when something goes wrong on the way: what was sent must be told all the same', async () => {
	const { run } = await sendRun();
	const give = async () => await Promise.resolve(undefined);
	const fails = (): never => {
		throw new TypeError('x is undefined');
	};

	expect(await trackAccepted(run, { give } as unknown as HandOver, fails)).toMatch(/^Not tracked, so no trigger will report it\. /);
});
