import { ProtocolError } from '../../nodes/CascadeMessaging/protocol';
import { tryDecode } from '../../nodes/CascadeMessaging/transport/tryDecode';

const failing = (error: Error) => (): string => {
	throw error;
};

it('returns what was read, or why it cannot be read', () => {
	const unreadable = new ProtocolError('notXml', 'Not XML.');

	expect(tryDecode(() => 'answer')).toBe('answer');
	expect(tryDecode(failing(unreadable))).toBe(unreadable);
});

it('hides no fault of the package', () => {
	const fault = new TypeError('a fault');

	expect(() => tryDecode(failing(fault))).toThrow(fault);
});
