import type { AccountSettings } from '../gateway/account/settings';
import type { Gateway } from '../gateway/gateway';
import type { AcceptedMessage } from '../gateway/message';
import { progressAt } from '../gateway/progress';
import type { Simulation } from './simulation';

/** The simulator as `GET /_control/state` shows it. */
export function describeState({ gateway, faults, log }: Simulation): Record<string, unknown> {
	const { settings, clock, tally, store, scenario } = gateway;
	return {
		revision: settings.revision,
		timeZone: settings.timeZone,
		speed: clock.speed,
		now: new Date(clock.now()).toISOString(),
		requests: log.total,
		counters: tally.at(clock.now(), store.phones),
		faults: faults.list().map(({ id, order, seen, hits }) => ({ id, ...order, seen, hits })),
		scenario: scenario.rows,
		account: describeAccount(gateway),
	};
}

/** The account as `GET /_control/state` shows it: its settings as they are now, in the form in which they are set. */
export function describeAccount({ account, balance }: Gateway): AccountSettings {
	return {
		...account.settings,
		balance: balance / 100,
		stopList: [...account.stopList],
		contactLists: account.lists.all.map(({ id, fields, contacts }) => ({
			id,
			name: fields.name_base,
			contacts: [...contacts.values()].map((contact) => ({ phone: contact.phone, ...contact.fields })),
		})),
	};
}

/** An accepted message as `GET /_control/messages` shows it; times are ISO 8601 in UTC, gateway time. */
export function describeMessage(message: AcceptedMessage, { clock }: Gateway): Record<string, unknown> {
	const { id, phone, clientNumber, content, fate, acceptedAt, protocol, request } = message;
	const { state, final, changedAt, channels } = progressAt(message, clock.now());
	return {
		id,
		phone,
		clientNumber,
		campaign: content.campaign,
		texts: content.texts,
		fate: fate.name,
		protocol,
		request,
		acceptedAt: new Date(acceptedAt).toISOString(),
		sendAt: content.sendAt === null ? null : new Date(content.sendAt).toISOString(),
		state,
		final,
		changedAt: new Date(changedAt).toISOString(),
		channels: channels.map(({ content: { channel }, state: word }) => ({ channel, state: word })),
		replies: message.replies ?? [],
	};
}
