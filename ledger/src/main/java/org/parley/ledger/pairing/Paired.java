package org.parley.ledger.pairing;

import org.parley.ledger.Hash;
import org.parley.ledger.LineId;
import org.parley.ledger.pairing.Message.Reveal;

/**
 * What two officers confirmed. The nonces are part of it: with them anyone can recompute the line id from the root keys.
 *
 * @param role whose nonce and root key come first in the line id
 * @param own party name, root key, nonce and address of this side
 * @param peer those of the other side
 * @param peerTls the TLS key at the other end; from here on the key set says which
 * @param transcript the same on both sides, over the TLS keys and both reveals
 */
public record Paired(LineId line, Role role, Reveal own, Reveal peer, Hash peerTls, Hash transcript) {}
