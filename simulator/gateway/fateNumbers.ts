/** Which numbers have which fate: a whole phone number, or the digits it starts with. */
interface FateNumber {
	readonly digits: string;
	readonly fate: string;
}

/** The numbers of the worked examples, as whole phone numbers. */
const EXAMPLES: readonly FateNumber[] = [
	{ digits: '79801234567', fate: 'falls-to-sms' },
	{ digits: '79800000001', fate: 'stop-list' },
];

/** 7999 0 NN xxxx: ten thousand possible Russian mobile numbers for each fate. */
const BLOCKS: readonly FateNumber[] = [
	{ digits: '7999001', fate: 'read' },
	{ digits: '7999002', fate: 'not-read' },
	{ digits: '7999003', fate: 'no-viber' },
	{ digits: '7999004', fate: 'viber-offline' },
	{ digits: '7999005', fate: 'falls-to-vk' },
	{ digits: '7999006', fate: 'falls-to-sms' },
	{ digits: '7999007', fate: 'falls-to-whatsapp' },
	{ digits: '7999008', fate: 'expired' },
	{ digits: '7999009', fate: 'not-delivered' },
	{ digits: '7999010', fate: 'no-receipt' },
	{ digits: '7999011', fate: 'sms-no-receipt' },
	{ digits: '7999012', fate: 'instant' },
	{ digits: '7999013', fate: 'slow' },
	{ digits: '7999014', fate: 'never' },
	{ digits: '7999015', fate: 'odd-state' },
	{ digits: '7999016', fate: 'forgotten' },
	{ digits: '7999017', fate: 'stop-list' },
	{ digits: '7999018', fate: 'not-served' },
	{ digits: '7999019', fate: 'no-money' },
	{ digits: '7999020', fate: 'stop-listed' },
	{ digits: '7999021', fate: 'destination-closed' },
	{ digits: '7999022', fate: 'no-credit' },
	{ digits: '7999023', fate: 'queued' },
	{ digits: '7999024', fate: 'queued-with-id' },
	{ digits: '7999025', fate: 'text-rejected' },
	{ digits: '7999026', fate: 'sender-unknown' },
	{ digits: '7999027', fate: 'sender-not-approved' },
	{ digits: '7999028', fate: 'phone-too-long' },
	{ digits: '7999029', fate: 'no-text' },
	{ digits: '7999030', fate: 'no-link' },
	{ digits: '7999031', fate: 'account-blocked' },
	{ digits: '7999032', fate: 'too-many-repeats' },
	{ digits: '7999033', fate: 'wait-a-minute' },
	{ digits: '7999034', fate: 'duplicated-message' },
	{ digits: '7999035', fate: 'doubled-number' },
	{ digits: '7999036', fate: 'link-opened' },
	{ digits: '7999037', fate: 'unsubscribed' },
	{ digits: '7999038', fate: 'overall-read' },
	{ digits: '7999039', fate: 'late-id' },
	{ digits: '7999040', fate: 'replies' },
	{ digits: '7999041', fate: 'replies-repeated' },
];

/** The documented numbers. Any other number is delivered by the first channel and read. */
export const FATE_NUMBERS: readonly FateNumber[] = [...EXAMPLES, ...BLOCKS];
