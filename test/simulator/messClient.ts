import type { FaultOrder, Simulator } from '../../simulator';
import { get, phones, postJsonText, postXml, SMS, xmlRequest } from './client';

/** On the stop list. */
export const STOP_LISTED = '79990170001';

const NUMBERS = ['79000000001', '79000000002', STOP_LISTED, '79000000003'];

/** The protocols a send can go by. */
export const PROTOCOLS = ['json', 'xml', 'get'] as const;

type Protocol = (typeof PROTOCOLS)[number];

/** A JSON document to three people and one on the stop list. */
export const DOCUMENT = { login: 'demo', password: 'demo-password', message: [{ ...SMS, phones: phones(...NUMBERS) }] };

/** Sends to three people and one on the stop list, third in line; the IDs are …81, …82 and …83. */
export async function send({ url }: Simulator, protocol: Protocol): Promise<string> {
	if (protocol === 'json') return await postJsonText(url, JSON.stringify(DOCUMENT));
	if (protocol === 'get') return await get(url, { ...SMS, phone: NUMBERS.join(',') });
	return await postXml(url, xmlRequest(`<message>${FIELDS}${NUMBERS.map((phone) => `<abonent phone="${phone}"/>`).join('')}</message>`));
}

/** The fields of an SMS in XML. */
export const FIELDS = '<send_sms>1</send_sms><sender_sms>MyShop</sender_sms><text_sms>Hi</text_sms>';

/** Sends under a fault; the messages are taken on. */
export async function sendUnder(simulator: Simulator, order: FaultOrder, protocol: Protocol): Promise<string> {
	simulator.faults.set(order);
	const text = await send(simulator, protocol);
	expect(simulator.messages).toHaveLength(3);
	return text;
}

/** What sending is answered with without a fault; nothing of it stays. */
export async function rightAnswer(simulator: Simulator, protocol: Protocol): Promise<string> {
	const text = await send(simulator, protocol);
	simulator.reset();
	return text;
}
