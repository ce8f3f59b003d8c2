import axios from 'axios';
import XMLBuilder from 'fast-xml-builder';

import type { Contact, Protocol, Way } from './ways';
import { PER_REQUEST, WRITTEN } from './ways';

const FIELDS = { send_sms: '1', sender_sms: 'MyShop' };
const ACCOUNT = { login: 'demo', password: 'demo-password' };
const builder = new XMLBuilder({ attributeNamePrefix: '@', ignoreAttributes: false, suppressEmptyNode: true });

/** What a bare script sends for these contacts: nothing checked, nothing matched. */
export function bodyOf(contacts: readonly Contact[], way: Way, protocol: Protocol): string {
	const to = protocol === 'json' ? ({ phone }: Contact) => ({ phone }) : ({ phone }: Contact) => ({ '@phone': phone });
	const recipients = protocol === 'json' ? 'phones' : 'abonent';
	const message =
		way === 'one text'
			? [{ ...FIELDS, text_sms: WRITTEN[way](contacts[0] as Contact), [recipients]: contacts.map(to) }]
			: contacts.map((contact) => ({ ...FIELDS, text_sms: WRITTEN[way](contact), [recipients]: [to(contact)] }));
	if (protocol === 'json') return JSON.stringify({ ...ACCOUNT, message });
	const security = { login: { '@value': ACCOUNT.login }, password: { '@value': ACCOUNT.password } };
	return `<?xml version="1.0" encoding="utf-8"?>${builder.build({ request: { security, message } })}`;
}

const PATHS = { json: '/sendmessagejson.php', xml: '/xml/message.php' };
const TYPES = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' };

/** Sends to the contacts as a bare script does, with the client that n8n's HTTP helper uses, too. */
export async function sendBare(url: string, contacts: readonly Contact[], way: Way, protocol: Protocol): Promise<void> {
	const headers = { 'Content-Type': TYPES[protocol] };
	for (let start = 0; start < contacts.length; start += PER_REQUEST) {
		await axios.post(`${url}${PATHS[protocol]}`, bodyOf(contacts.slice(start, start + PER_REQUEST), way, protocol), { headers });
	}
}
