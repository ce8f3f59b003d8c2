import type { GatewayRequest, ProtocolName } from '../../nodes/CascadeMessaging/protocol';
import { PROTOCOLS } from '../../nodes/CascadeMessaging/protocol';
import type { UnattendedAnswer } from '../../nodes/CascadeMessaging/transport/askUnattended';
import type { Verdict } from '../../nodes/CascadeMessaging/transport/testProtocol';
import { testProtocol } from '../../nodes/CascadeMessaging/transport/testProtocol';
import { TransportError } from '../../nodes/CascadeMessaging/transport/transportError';

const unavailable = new TransportError('httpStatus', 'HTTP status 503.', { mayHaveArrived: true, isPassing: true });
const UNKNOWN = 'Сообщение с таким ID не принималось';
const DENIED = 'Неправильный логин или пароль';

const judge = async (name: ProtocolName, text: string, brokenBy?: TransportError): Promise<Verdict> =>
	await testProtocol(name, '1', async () => ({ text, ...(brokenBy !== undefined && { brokenBy }) }));

/** A document of a protocol that tells a state. */
const stating: Record<ProtocolName, (state: string) => string> = {
	json: (state) => JSON.stringify({ state: [{ id_message: '1', state }] }),
	xml: (state) => `<response><state id_message="1">${state}</state></response>`,
	get: (state) => state,
};

/** A document of a protocol that refuses. */
const refusing: Record<ProtocolName, (words: string) => string> = {
	json: (error) => JSON.stringify({ error }),
	xml: (error) => `<response><error>${error}</error></response>`,
	get: (error) => `error: ${error}`,
};

const NAMES = Object.keys(PROTOCOLS) as ProtocolName[];

it.each(NAMES)('over %s the state of a message is asked for', async (name) => {
	const asked: GatewayRequest[] = [];
	await testProtocol(name, '77', async (request): Promise<UnattendedAnswer> => {
		asked.push(request);
		return { text: '' };
	});

	expect(asked).toEqual([PROTOCOLS[name].encodeStates(['77'])]);
});

describe.each(NAMES)('over %s', (name) => {
	it.each(['deliver', 'send', UNKNOWN])('a state is an answer: %s', async (state) => {
		expect(await judge(name, stating[name](state))).toEqual({ is: 'well' });
	});

	it('a login that is not taken is told, as a state or as a refusal', async () => {
		expect(await judge(name, stating[name](DENIED))).toEqual({ is: 'accessDenied', words: DENIED });
		expect(await judge(name, refusing[name](DENIED))).toEqual({ is: 'accessDenied', words: DENIED });
	});

	it('a refusal of the question means that the login was taken, or is told', async () => {
		expect(await judge(name, refusing[name](UNKNOWN))).toEqual({ is: 'well' });
		expect(await judge(name, refusing[name]('Аккаунт заблокирован'))).toEqual({ is: 'refused', words: 'Аккаунт заблокирован' });
	});

	it('a page or nothing is no answer', async () => {
		expect(await judge(name, '<html><body>Welcome</body></html>')).toEqual({ is: 'absent' });
		expect(await judge(name, '')).toEqual({ is: 'absent' });
	});

	it('behind a status nothing counts but a document about the login, which over GET is none', async () => {
		expect(await judge(name, stating[name]('deliver'), unavailable)).toEqual({ is: 'absent', why: unavailable });
		expect(await judge(name, refusing[name]('No'), unavailable)).toEqual({ is: 'absent', why: unavailable });
		expect(await judge(name, '', unavailable)).toEqual({ is: 'absent', why: unavailable });
		const denied = name === 'get' ? { is: 'absent', why: unavailable } : { is: 'accessDenied', words: DENIED };
		expect(await judge(name, refusing[name](DENIED), unavailable)).toEqual(denied);
	});

	it('a fault of the package is not taken for silence', async () => {
		const fault = new TypeError('a fault');
		const decode = jest.spyOn(PROTOCOLS[name], 'decodeStates').mockImplementation(() => {
			throw fault;
		});

		await expect(judge(name, 'text')).rejects.toBe(fault);
		decode.mockRestore();
	});
});

it('over GET any other text is no state', async () => {
	expect(await judge('get', 'Welcome')).toEqual({ is: 'absent' });
});

it.each(NAMES)('over %s the answer is read for the message that was asked about', async (name) => {
	const decode = jest.spyOn(PROTOCOLS[name], 'decodeStates');
	await judge(name, stating[name]('deliver'));

	expect(decode).toHaveBeenCalledWith(stating[name]('deliver'), ['1']);
	decode.mockRestore();
});

it('over JSON and XML any state will do, and a list may be empty', async () => {
	expect(await judge('json', stating.json('Готово'))).toEqual({ is: 'well' });
	expect(await judge('xml', stating.xml('Готово'))).toEqual({ is: 'well' });
	expect(await judge('json', '{"state":[]}')).toEqual({ is: 'well' });
});
