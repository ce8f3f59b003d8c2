import type { PhoneFacts } from '../../protocol';
import type { PhoneReply } from '../../transport/lookUpPhones';
import { lookUpPhones } from '../../transport/lookUpPhones';
import { NOT_REACHED } from '../../transport/stateReply';
import { AccountRun } from '../shared/account/accountRun';
import type { PhoneOfItem } from '../shared/account/eachPhone';
import { eachPhone } from '../shared/account/eachPhone';
import type { AccountFailure } from '../shared/account/failure';
import { notLearnt } from '../shared/account/failure';
import { askingOptions } from '../shared/account/options';
import { askingTelling } from '../shared/account/telling';
import { thatEndRun } from '../shared/itemLoop';
import type { Line } from '../shared/lines';
import { operation } from '../shared/operation';
import { phoneFields } from '../shared/phone';
import { offsetText } from './offsetText';

/** Tells what the operator knows of phones. */
export const lookUp = operation<AccountFailure>({
	option: {
		name: 'Look Up',
		value: 'lookUp',
		action: 'Look up phone',
		description: 'Get the mobile operator, the region and the UTC offset of phones',
	},
	fields: [...phoneFields, askingOptions()],
	telling: askingTelling(({ phone = null }) => ({ phone })),
	execute: async (context) => {
		const run = await AccountRun.begin(context);
		const all = await eachPhone<PhoneOfItem>(
			run,
			(failure) => failure,
			(item) => (phone) => ({ item, phone }),
		);
		const ending = thatEndRun(context, all);
		if (ending.length > 0) return ending;
		const known = all.filter((one) => 'phone' in one);
		const replies = await lookUpPhones(
			async (phones) => await run.ask('phoneFacts', { phones }),
			known.map(({ phone }) => phone),
		);
		const replyOf = new Map(known.map((one, index) => [one, replies[index]]));
		return all.map((one) => ('failure' in one ? one : lineOf(one, replyOf.get(one))));
	},
});

function lineOf({ item, phone }: PhoneOfItem, reply: PhoneReply | undefined): Line<AccountFailure> {
	if (reply === undefined || 'trouble' in reply) {
		const trouble = reply?.trouble ?? { ...NOT_REACHED, mayHaveArrived: false };
		return { item, failure: { ...notLearnt(`Nothing was learnt of ${phone}.`, trouble), phone } };
	}
	return { item, json: factsJson(reply.facts) };
}

function factsJson({ phone, operator, region, zoneHours }: PhoneFacts): Record<string, string | null> {
	return { phone, operator, region, utcOffset: zoneHours === null ? null : offsetText(zoneHours) };
}
