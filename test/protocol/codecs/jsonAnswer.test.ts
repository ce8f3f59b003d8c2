import { PROTOCOLS } from '../../../nodes/CascadeMessaging/protocol/codecs';
import { protocolErrorOf } from '../support/protocolError';
import { recipientsOf } from '../support/recipients';

const { json } = PROTOCOLS;

describe('of a record that cannot be read', () => {
	it.each([
		['"phone":"+79000000002"', { phone: '79000000002' }],
		['"phone":79000000002 ', { phone: '79000000002' }],
		['"client_id_message":"7","id_message":"502"', { clientMessageId: '7', messageId: '502' }],
	])('it is told whose it is: %s', (fields, told) => {
		const answer = json.decodeSend(`{"message":[[{${fields},"error":"a "b""}]]}`);
		expect(recipientsOf(answer)).toStrictEqual([[{ accepted: false, reason: null, raw: null, ...told }]]);
	});
});

describe('a refusal of everything', () => {
	it.each(['{ "error" : "No" }}', 'OK {"error":"No"}', `OK {\n'error':'No'}`, '{"code":1} {"error":"No"}'])(
		'may have something around it: %j',
		(text) => {
			expect(json.decodeSend(text)).toEqual({ refused: 'No' });
			expect(json.decodeStates(text, ['501'])).toEqual({ refused: 'No' });
		},
	);

	it.each(['{"error":"Slow"}{"message":', '{"error":"Slow"}{"message" :[', `{'error':'Slow'}{'state': `, '{"error":"Slow","state":'])(
		'is none where a list may have begun, which may hold accepted messages: %s',
		(text) => {
			expect(protocolErrorOf(() => json.decodeSend(text))).toMatchObject({ code: 'notJson' });
		},
	);

	it('is not what another object says', () => {
		expect(protocolErrorOf(() => json.decodeSend('{"code":1} x'))).toMatchObject({
			code: 'notJson',
			message: 'The gateway answered with something that is not JSON, but JSON, or a part of it.',
		});
	});
});

describe('states', () => {
	const STATE = '{"id_message":"501","state":"deliver"}';

	it('are those of the list, and not of one of the same name within the document', () => {
		expect(json.decodeStates(`{"of":{"state":[{"id_message":"502","state":"send"}]},"state":[${STATE}]}`, [])).toMatchObject({
			states: [{ messageId: '501' }],
		});
	});

	it('that came before the connection broke off are read, and it is said that they are not all', () => {
		expect(json.decodeStates(`{"state":[${STATE},{"id_mess`, [], { isCut: true })).toEqual({
			states: [{ messageId: '501', state: 'deliver', changedAt: null, channels: {} }],
			isWhole: false,
		});
		expect(protocolErrorOf(() => json.decodeStates('{"state":[{"id_mess', [], { isCut: true }))).toMatchObject({ code: 'notJson' });
	});
});
