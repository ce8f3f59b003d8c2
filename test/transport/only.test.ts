import { ProtocolError } from '../../nodes/CascadeMessaging/protocol';
import { only } from '../../nodes/CascadeMessaging/transport/only';
import { TransportError } from '../../nodes/CascadeMessaging/transport/transportError';

const lost = new TransportError('connectionLost', 'Lost.', { mayHaveArrived: true, isPassing: true });

it('an error of the class is a value', async () => {
	expect(await Promise.reject(lost).catch(only(TransportError))).toBe(lost);
});

it.each([new TypeError('a fault'), new ProtocolError('notJson', 'Not JSON.'), undefined])('%p is thrown on', (error) => {
	let thrown: unknown = 'nothing';
	try {
		only(TransportError)(error);
	} catch (caught) {
		thrown = caught;
	}
	expect(thrown).toBe(error);
});
