import { type FaultOrder, KNOWN_WORDS, WORDS } from '../../simulator';
import { parse, xmlRequest } from './client';
import { DOCUMENT, FIELDS, PROTOCOLS, rightAnswer, sendUnder, STOP_LISTED } from './messClient';
import { simulator, useSimulator } from './runningSimulator';

useSimulator();

describe('around the document', () => {
	it.each([
		['php-warnings', /^<br \/>\n<b>Warning/, ''],
		['plain-warning', /^\nWarning: .*\n\nDeprecated/, ''],
		['brackets-before', /^Notice: .*\[\{/, ''],
		['warning-behind', '', /<br \/>\n$/],
		['brackets-behind', '', /\nNotice: .*\[\{.*\n$/],
		['comment-behind', '', /<!-- 0\.02s, 3 queries -->$/],
	])('%s', async (fault, start, end) => {
		for (const protocol of PROTOCOLS) {
			const whole = await rightAnswer(simulator, protocol);
			const text = await sendUnder(simulator, { fault }, protocol);
			expect([text.includes(whole), text.length > whole.length]).toEqual([true, true]);
			expect(text).toMatch(start);
			expect(text).toMatch(end);
			simulator.reset();
		}
	});

	it('doubled-document and glued-refusal', async () => {
		const whole = await rightAnswer(simulator, 'json');
		expect(await sendUnder(simulator, { fault: 'doubled-document' }, 'json')).toBe(whole + whole);
		simulator.reset();
		expect(await sendUnder(simulator, { fault: 'glued-refusal' }, 'json')).toBe(`${whole}{"error":"${KNOWN_WORDS.accountBlocked}"}`);
		simulator.reset();
		const list = await rightAnswer(simulator, 'get');
		expect(await sendUnder(simulator, { fault: 'doubled-document' }, 'get')).toBe(list);
	});

	it('trailing-comma', async () => {
		const text = await sendUnder(simulator, { fault: 'trailing-comma' }, 'json');
		expect(text).toMatch(/^\{"message":\[\[\{"id_message".*",\},\],\],\}$/);
		expect(parse(text.replace(/,(?=[\]}])/g, ''))).toHaveProperty('message');
	});
});

describe('in windows-1251', () => {
	async function meet(fault: string): Promise<[type: string | null, text: string]> {
		simulator.faults.set({ fault });
		const inside = `<message>${FIELDS}<abonent phone="${STOP_LISTED}"/></message>`;
		const headers = { 'content-type': 'text/xml; charset=utf-8' };
		const response = await fetch(`${simulator.url}/xml/message.php`, { method: 'POST', headers, body: xmlRequest(inside) });
		return [response.headers.get('content-type'), new TextDecoder('windows-1251').decode(await response.arrayBuffer())];
	}

	it.each([
		['windows-1251-header', 'text/xml; charset=windows-1251', '<?xml version="1.0"  ?>'],
		['windows-1251-declared', 'text/xml', '<?xml version="1.0" encoding="windows-1251" ?>'],
		['windows-1251-silent', 'text/xml', '<?xml version="1.0"  ?>'],
	])('%s', async (fault, type, declaration) => {
		const [contentType, text] = await meet(fault);
		expect(contentType).toBe(type);
		expect(text.startsWith(declaration)).toBe(true);
		expect(text).toContain(`>${WORDS.stopList}<`);
	});

	it('JSON is declared by its header, and a character the charset lacks becomes a question mark', async () => {
		simulator.faults.set({ fault: 'windows-1251-declared' });
		const response = await fetch(`${simulator.url}/sendmessagejson.php?☃=1`, { method: 'POST' });
		expect(response.headers.get('content-type')).toBe('application/json; charset=windows-1251');
		const text = new TextDecoder('windows-1251').decode(await response.arrayBuffer());
		expect(text).toContain('Неизвестное поле');
	});
});

describe('behind an HTTP status', () => {
	async function meet(order: FaultOrder): Promise<[number, string]> {
		simulator.faults.set(order);
		const headers = { 'content-type': 'application/json; charset=utf-8' };
		const response = await fetch(`${simulator.url}/sendmessagejson.php`, { method: 'POST', headers, body: JSON.stringify(DOCUMENT) });
		return [response.status, await response.text()];
	}

	it('status-with-document', async () => {
		const whole = await rightAnswer(simulator, 'json');
		expect(await meet({ fault: 'status-with-document' })).toEqual([500, whole]);
		simulator.reset();
		expect(await meet({ fault: 'status-with-document', status: 404 })).toEqual([404, whole]);
	});

	it('status-with-refusal and proxy-503: nothing is taken on, unless the order says so', async () => {
		expect(await meet({ fault: 'status-with-refusal', next: 1 })).toEqual([403, `{"error":"${KNOWN_WORDS.accountBlocked}"}`]);
		expect(await meet({ fault: 'proxy-503', next: 1 })).toEqual([503, '{"error":"Service Unavailable"}']);
		expect(simulator.messages).toEqual([]);
		expect(await meet({ fault: 'proxy-503', accepted: true, status: 502, next: 1 })).toEqual([502, '{"error":"Service Unavailable"}']);
		expect(simulator.messages).toHaveLength(3);
	});
});
