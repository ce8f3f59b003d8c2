import { createRequire } from 'node:module';

import XMLBuilder from 'fast-xml-builder';

import type { Contact, Protocol, Way } from './ways';
import { PER_REQUEST, WRITTEN } from './ways';

/** As much of axios as a bare script needs. */
interface Axios {
	post: (url: string, body: string, config: { headers: Record<string, string> }) => Promise<unknown>;
}

/** The very client that n8n's HTTP helper uses. */
const axios = createRequire(require.resolve('n8n-core'))('axios') as Axios;

const FIELDS = { send_sms: '1', sender_sms: 'MyShop' };
const ACCOUNT = { login: 'demo', password: 'demo-password' };
const SECURITY = { login: { '@value': ACCOUNT.login }, password: { '@value': ACCOUNT.password } };
const builder = new XMLBuilder({ attributeNamePrefix: '@', ignoreAttributes: false, suppressEmptyNode: true });

const BODIES: Readonly<Record<Protocol, (contacts: readonly Contact[], way: Way) => string>> = {
	json: (contacts, way) => {
		const message = messagesOf(contacts, way, (them) => ({ phones: them.map(({ phone }) => ({ phone })) }));
		return JSON.stringify({ ...ACCOUNT, message });
	},
	xml: (contacts, way) => {
		const message = messagesOf(contacts, way, (them) => ({ abonent: them.map(({ phone }) => ({ '@phone': phone })) }));
		return `<?xml version="1.0" encoding="utf-8"?>${builder.build({ request: { security: SECURITY, message } })}`;
	},
};

/** A bare script knows whether its text is the same for all: then it makes one message. */
function messagesOf(contacts: readonly Contact[], way: Way, recipients: (contacts: readonly Contact[]) => object): object[] {
	const groups = way === 'one text' ? [contacts] : contacts.map((contact) => [contact]);
	return groups.map((group) => ({ ...FIELDS, text_sms: group.slice(0, 1).map(WRITTEN[way]).join(''), ...recipients(group) }));
}

/** What a bare script sends for these contacts: nothing checked, nothing matched. */
export function bodyOf(contacts: readonly Contact[], way: Way, protocol: Protocol): string {
	return BODIES[protocol](contacts, way);
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
