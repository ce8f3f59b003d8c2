import type { IDataObject } from 'n8n-workflow';

import { mailboxOf } from '../../../../nodes/CascadeMessaging/tracking/memory/mailbox';
import type { ActiveTrigger } from '../../trigger/kit';
import { activate } from '../../trigger/kit';
import type { Played } from './played';
import { sendElsewhere } from './sendElsewhere';
import { inOwnTime, pass } from './time';
import type { World } from './world';
import { ACCOUNT, strike, timesReached } from './world';

const HOUR = 3_600_000;
let accounts = 0;

/**
 * Polls under a fault, and an hour later without one. Three messages wait: delivered, expired, and in progress for ever. Only
 * the first two are to be reported, each once.
 */
export async function playPoll(world: World): Promise<Played> {
	return await inOwnTime(async () => {
		const ids = await sendElsewhere(world, world.row.alone === true ? 1 : 3);
		const trigger = await listening(world, ids);
		const before = timesReached(world);
		strike(world);
		const struck = await trigger.poll().catch((error: unknown) => ({ error }));
		const reached = timesReached(world) - before;
		const reports = 'error' in struck ? [] : struck;
		const later = world.row.way === undefined ? await pollLater(world, trigger) : [];
		const finals = ids.slice(0, 2);
		const letters = finals.map((id) => letterOf(id, reports, later, trigger));
		return {
			found: [letters.join(''), ...('error' in struck ? ['failed'] : []), `×${reached}`].join(' '),
			leftBehind: [struck, later, trigger.staticData, trigger.warnings],
			broken: [...reports, ...later].flatMap(({ messageId }) =>
				finals.some((id) => id === messageId) ? [] : ['a message without a final state is reported'],
			),
		};
	});
}

/** A trigger that has polled once and then heard of the messages. */
async function listening({ column, url }: World, ids: readonly string[]): Promise<ActiveTrigger> {
	accounts += 1;
	const credentialId = `faults ${accounts}`;
	const parameters = { options: { protocol: column.protocol } };
	const trigger = activate({ url }, { account: ACCOUNT, credentialId, workflowId: credentialId, parameters });
	await trigger.poll();
	const nothing = { phone: null, clientMessageId: null, campaignName: null, workflowId: null, workflowName: null };
	const sentAt = new Date().toISOString();
	mailboxOf(credentialId).add(
		ids.map((messageId) => ({ messageId, sentAt, sendAt: null, executionId: '1', data: {}, ...nothing })),
		Date.now(),
	);
	return trigger;
}

async function pollLater({ simulator }: World, trigger: ActiveTrigger): Promise<IDataObject[]> {
	simulator.faults.clear();
	await new Promise((resolve) => {
		setTimeout(resolve, 20);
	});
	pass(HOUR);
	return await trigger.poll();
}

function letterOf(id: string, reports: readonly IDataObject[], later: readonly IDataObject[], { staticData }: ActiveTrigger): string {
	const isAbout = ({ messageId }: IDataObject): boolean => messageId === id;
	const told = [...reports, ...later].filter(isAbout);
	if (told.length > 1 || told.some(({ outcome }) => outcome !== 'delivered' && outcome !== 'expired')) return 'X';
	if (reports.some(isAbout)) return 'T';
	if (later.some(isAbout)) return 'L';
	return JSON.stringify(staticData).includes(`"${id}"`) ? 'W' : 'X';
}
