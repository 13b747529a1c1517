export const id = 281;
export const ids = [281];
export const modules = {

/***/ 281:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   readTlsFiles: () => (/* binding */ readTlsFiles)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(6760);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(452);
/* harmony import */ var _certificate_failure_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9082);





const CERTIFICATE = /-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----[\s\S]+?-----END [A-Z0-9 ]+-----/g;
const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]+ )?PRIVATE KEY-----[\s\S]+?-----END [A-Z0-9 ]+-----/;
/**
 * Reads the files that the inputs `ca-file`, `client-cert` and `client-key` name, and sees that they are what they should be, so that nothing of
 * it has to be guessed from what a server makes of it.
 *
 * @param mirror the base URL, to whose origin alone the client certificate is shown
 * @throws SetupError E_INPUT naming the input, the file, and how to make it right
 */
async function readTlsFiles(inputs, workspace, mirror) {
    const where = (name, value) => ({ name, file: node_path__WEBPACK_IMPORTED_MODULE_2__.resolve(workspace, value) });
    const ca = inputs.caFile === '' ? [] : certificatesIn(await read(where('ca-file', inputs.caFile)));
    if (inputs.clientCert === '')
        return { ca: ca.map(String) };
    const certificate = await read(where('client-cert', inputs.clientCert));
    const keyFile = inputs.clientKey === '' ? certificate : await read(where('client-key', inputs.clientKey));
    return { ca: ca.map(String), client: { origin: mirror, ...clientPair(certificate, keyFile) } };
}
async function read({ name, file }) {
    let bytes;
    try {
        bytes = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readFile)(file);
    }
    catch (cause) {
        const code = (0,_errors_js__WEBPACK_IMPORTED_MODULE_3__/* .systemCode */ .x)(cause) ?? String(cause);
        const missing = code === 'ENOENT' || code === 'ENOTDIR';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_INPUT', missing
            ? `The file that the input ${name} names does not exist: ${file}.`
            : `The file that the input ${name} names can't be read (${code}): ${file}.`, {
            remedy: missing
                ? 'Correct the path (it counts from the workspace), or write the file in a step before this one.'
                : 'Name a file in PEM form that the account of the runner may read.',
            cause,
        });
    }
    // What Windows PowerShell 5.1 writes with > is UTF-16.
    const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
    return { name, file, bytes, text: bytes.toString(utf16 ? 'utf16le' : 'utf8') };
}
/** @throws SetupError E_INPUT where there is none, or one is damaged */
function certificatesIn(named) {
    const blocks = named.text.match(CERTIFICATE) ?? [];
    if (blocks.length === 0)
        throw notPem(named);
    return blocks.map((block, index) => {
        try {
            return new node_crypto__WEBPACK_IMPORTED_MODULE_0__.X509Certificate(block);
        }
        catch (cause) {
            throw unusable(named, `certificate ${index + 1} of ${blocks.length} in it is damaged`, {
                remedy: 'Export the certificate again, as Base64 (PEM).',
                cause,
            });
        }
    });
}
/** The certificate that belongs to the key first, then those that lie beside it: that is how TLS sends them. */
function clientPair(certificate, keyFile) {
    const certificates = certificatesIn(certificate);
    const { key, text } = privateKeyIn(keyFile, certificate);
    const own = certificates.find((one) => one.checkPrivateKey(key));
    if (own === undefined) {
        const subjects = certificates.map((one) => (0,_certificate_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(one.subject));
        throw unusable(keyFile, `its key belongs to no certificate in ${certificate.file}`, {
            remedy: 'Give client-cert and client-key as they were issued together.',
            evidence: subjects.map((subject) => `certificate in client-cert: ${subject}`),
        });
    }
    if (Date.parse(own.validTo) < Date.now()) {
        throw unusable(certificate, `the certificate ${(0,_certificate_failure_js__WEBPACK_IMPORTED_MODULE_4__/* .oneLine */ .TN)(own.subject)} expired on ${own.validTo}`, {
            remedy: 'Renew it, or correct the clock of this machine.',
            evidence: [`this machine's clock: ${new Date().toISOString()}`],
        });
    }
    const chain = [own, ...certificates.filter((one) => one !== own)];
    return { cert: chain.map(String).join(''), key: text };
}
function privateKeyIn(named, certificate) {
    const text = PRIVATE_KEY.exec(named.text)?.[0];
    if (text === undefined && named === certificate) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_INPUT', `The input client-cert is given, and ${named.file} has no private key.`, {
            remedy: 'Give the file of the key with client-key.',
        });
    }
    if (text === undefined)
        throw notPem(named);
    if (/BEGIN ENCRYPTED|Proc-Type: 4,ENCRYPTED/.test(text)) {
        throw unusable(named, 'its key is encrypted, and there is no input for a passphrase', {
            remedy: `Decrypt it where it is kept as a secret: openssl pkey -in ${node_path__WEBPACK_IMPORTED_MODULE_2__.basename(named.file)} -out client.key.`,
        });
    }
    try {
        return { key: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createPrivateKey)(text), text };
    }
    catch (cause) {
        throw unusable(named, 'its key is damaged, or of a kind that is not known', {
            remedy: 'Export the key again, as PKCS #8 in PEM form.',
            cause,
        });
    }
}
/** What a file without the wanted PEM block is instead, and how to convert it. */
function notPem(named) {
    const { name, file, bytes, text } = named;
    const from = node_path__WEBPACK_IMPORTED_MODULE_2__.basename(file);
    const wanted = name === 'client-key' ? 'private key' : 'certificate';
    if (/-----BEGIN PKCS7-----/.test(text)) {
        return unusable(named, 'it is PKCS #7', {
            remedy: `Convert it: openssl pkcs7 -print_certs -in ${from} -out certificates.pem.`,
        });
    }
    if (bytes[0] !== 0x30 || text.includes('-----BEGIN')) {
        return unusable(named, `there is no ${wanted} in PEM form in it`, {
            remedy: `Name a file that has a block -----BEGIN ${wanted.toUpperCase()}-----.`,
        });
    }
    // PKCS #12 begins with its version, the number 3.
    if (/^30(?:[0-7].|8[1-4](?:..){1,4}|80)020103/.test(bytes.toString('hex', 0, 10))) {
        return unusable(named, 'it is PKCS #12 (.pfx, .p12)', {
            remedy: `Convert it: openssl pkcs12 -in ${from} -nodes -out client.pem.`,
        });
    }
    const convert = name === 'client-key'
        ? `openssl pkey -inform der -in ${from} -out client.key`
        : `certutil -encode ${from} certificate.pem (or openssl x509 -inform der -in ${from} -out certificate.pem)`;
    return unusable(named, 'it is in DER form, and PEM is needed', { remedy: `Convert it: ${convert}.` });
}
function unusable({ name, file }, why, details) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .SetupError */ .w('E_INPUT', `The input ${name} names ${file}, which is of no use: ${why}.`, details);
}


/***/ })

};
