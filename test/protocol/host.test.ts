import { isExposed, readHost } from '../../nodes/CascadeMessaging/protocol/host';

describe('readHost', () => {
	it.each([
		['gateway.example.com', 'https://gateway.example.com'],
		[' gateway.example.com\n', 'https://gateway.example.com'],
		['gateway.example.com/', 'https://gateway.example.com'],
		['gateway.example.com:8443', 'https://gateway.example.com:8443'],
		['https://gateway.example.com', 'https://gateway.example.com'],
		['HTTPS://Gateway.Example.com', 'https://gateway.example.com'],
		['http://127.0.0.1:8090', 'http://127.0.0.1:8090'],
		['localhost:8090', 'https://localhost:8090'],
		['http://[::1]:8090/', 'http://[::1]:8090'],
		['gateway.example.com/Sms/api//', 'https://gateway.example.com/Sms/api'],
		['gateway.example.com/to/https://inner', 'https://gateway.example.com/to/https://inner'],
		['шлюз.рф', 'https://xn--g1ah2bza.xn--p1ai'],
		['\u200Bgateway.example.com\uFEFF', 'https://gateway.example.com'],
	])('reads %j as %s', (text, address) => {
		expect(readHost(text)).toBe(address);
	});

	it.each([
		['https://gateway.example.com/sendmessagejson.php', 'https://gateway.example.com'],
		['gateway.example.com/xml/message.php', 'https://gateway.example.com'],
		['gateway.example.com/xml/state_message.php', 'https://gateway.example.com'],
		['gateway.example.com/sendsmsjson.php', 'https://gateway.example.com'],
		['http://127.0.0.1:8090/sendmessage.php', 'http://127.0.0.1:8090'],
		['gateway.example.com/SendMessageJSON.PHP', 'https://gateway.example.com'],
		['gateway.example.com/sendmessagejson.php/', 'https://gateway.example.com'],
		['gateway.example.com//sendmessagejson.php//', 'https://gateway.example.com'],
		['gateway.example.com/xml//message.php', 'https://gateway.example.com'],
		['gateway.example.com/sms/xml/message.php', 'https://gateway.example.com/sms'],
		['gateway.example.com/Sms//sendmessage.php', 'https://gateway.example.com/Sms'],
		['gateway.example.com/sendmessage.php?login=a&password=secret&text=Привет мир', 'https://gateway.example.com'],
		['gateway.example.com/sendmessage.php?', 'https://gateway.example.com'],
		['gateway.example.com/sms/sendmessage.php/?login=a#top', 'https://gateway.example.com/sms'],
	])("takes the manual's end off %s", (text, address) => {
		expect(readHost(text)).toBe(address);
	});

	it.each([
		'https://gateway.example.com/message.php',
		'https://gateway.example.com/xml',
		'https://gateway.example.com/xmlmessage.php',
		'https://gateway.example.com/mysendmessage.php',
		'https://gateway.example.com/sendmessagejsonxphp',
		'https://gateway.example.com/sendmessage.php/more',
	])('keeps another path: %s', (address) => {
		expect(readHost(address)).toBe(address);
	});

	it.each([
		'',
		' ',
		'https://',
		'two words',
		'gateway.example.com:99999',
		'ftp://gateway.example.com',
		's3://gateway.example.com',
		'file:///etc/passwd',
		'javascript:alert(1)',
		'login@gateway.example.com',
		'https://login:password@gateway.example.com',
		'https://:password@gateway.example.com',
		'gateway.example.com?login=a',
		'gateway.example.com/sms?login=a',
		'gateway.example.com/sendmessage.php/more?login=a',
		'gateway.example.com/mysendmessage.php?login=a',
		'https://login:password@gateway.example.com/sendmessage.php',
		'gateway.example.com#top',
	])('takes %j for no address', (text) => {
		expect(readHost(text)).toBeNull();
	});
});

describe('isExposed', () => {
	it.each([
		'http://gateway.example.com',
		'http://10.0.0.5:8090',
		'http://127.0.0.1.evil.example',
		'http://localhost.evil.example',
		'http://notlocalhost',
		'http://[::2]',
		'http://0.0.0.0',
	])('%s can be read on its way', (address) => {
		expect(isExposed(address)).toBe(true);
	});

	it.each([
		'https://gateway.example.com',
		'http://localhost:5678',
		'http://n8n.localhost',
		'http://127.0.0.1:8090/api',
		'http://127.8.9.1',
		'http://127.100.20.3',
		'http://[::1]:8090',
		'http://LOCALHOST',
	])('%s cannot', (address) => {
		expect(isExposed(address)).toBe(false);
	});
});
