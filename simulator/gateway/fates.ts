import type { ChannelName } from './channels';
import type { Behaviour, Fate } from './fate';
import { REFUSED_FATES } from './refusedFates';

const no: Behaviour = { ending: 'not_deliver' };
const read: Behaviour = { ending: 'read' };
const late: Behaviour = { ending: 'expired' };

const REPLY = 'Да, перезвоните мне, пожалуйста';

/** The fate of everybody whose number says nothing else. */
export const USUAL_FATE: Fate = { name: 'read', about: 'delivered by the first channel, and read', usually: read };

/** A fate that names channels of the table, and none that does not exist. */
interface SentFate extends Fate {
	readonly channels?: Readonly<Partial<Record<ChannelName, Behaviour>>>;
}

const SENT_FATES: readonly SentFate[] = [
	{
		name: 'not-read',
		about: 'delivered by the first channel, never read: with finale_viber_read the cascade moves on',
		usually: { ending: 'deliver' },
	},
	{ name: 'no-viber', about: 'no Viber; delivered by the next channel', usually: read, channels: { viber: no } },
	{
		name: 'viber-offline',
		about: 'Viber expires after its validity period; delivered by the next channel',
		usually: read,
		channels: { viber: late },
	},
	{
		name: 'falls-to-vk',
		about: 'only VK delivers',
		usually: no,
		channels: { vk: read },
	},
	{
		name: 'falls-to-sms',
		about: 'Viber expires, VK and WhatsApp do not deliver, SMS does',
		usually: no,
		channels: { viber: late, sms: read },
	},
	{ name: 'falls-to-whatsapp', about: 'only WhatsApp delivers', usually: no, channels: { whatsapp: read } },
	{ name: 'expired', about: 'expired in every channel', usually: late },
	{ name: 'not-delivered', about: 'not delivered in every channel', usually: no },
	{
		name: 'no-receipt',
		about: 'sent by the first channel, no receipt ever comes (partly_deliver)',
		usually: { ending: 'partly_deliver' },
	},
	{
		name: 'sms-no-receipt',
		about: 'no messenger delivers; sent by SMS, no receipt ever comes',
		usually: no,
		channels: { sms: { ending: 'partly_deliver' } },
	},
	{ name: 'instant', about: 'delivered by the first channel at once', usually: { ending: 'read', seconds: 0 } },
	{ name: 'slow', about: 'delivered by the first channel after 45 minutes', usually: { ending: 'read', seconds: 2700 } },
	{ name: 'never', about: 'in progress for ever', usually: { ending: 'never' } },
	{ name: 'odd-state', about: 'ends with a state the manual does not list', usually: no, stateText: 'Ошибка маршрута' },
	{ name: 'forgotten', about: 'accepted, but its ID is unknown to state queries', usually: read, forgotten: true },
	{ name: 'late-id', about: 'delivered and read; its ID is unknown to state queries for 5 minutes', usually: read, unknownMinutes: 5 },
	{ name: 'link-opened', about: 'delivered, read, and the link of the button opened', usually: { ending: 'read', then: 'link' } },
	{ name: 'unsubscribed', about: 'delivered, read, and the sender blocked', usually: { ending: 'read', then: 'unsubscribe' } },
	{
		name: 'overall-read',
		about: 'delivered and read; the overall state says so too',
		usually: read,
		overallEngagement: true,
	},
	{ name: 'replies', about: 'delivered, read, and answered with a few words', usually: read, reply: { text: REPLY } },
	{
		name: 'replies-repeated',
		about: 'delivered, read and answered; the reply is posted three times',
		usually: read,
		reply: { text: REPLY, times: 3 },
	},
];

/** The fates as data. Their names serve in scenario files, the numbers that have them stand in `fateNumbers.ts`. */
export const FATES: readonly Fate[] = [USUAL_FATE, ...SENT_FATES, ...REFUSED_FATES];

/** Finds a fate by its name. */
export function findFate(name: string): Fate | undefined {
	return FATES.find((fate) => fate.name === name);
}
