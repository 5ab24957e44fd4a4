package io.dataflow.kubernetes.certificate;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.IPAddress;

/// The making of one certificate and of the authority that signs it. The authority's key is used
/// once and kept nowhere, so that nobody can ever sign anything else with it.
record CertificateIssuer(List<String> names, Instant from, Instant until) {
  private static final String SIGNATURE = "SHA256withECDSA";
  private static final int SERIAL_BITS = 127;

  ServingCertificate certificate() {
    try {
      var authorityKeys = keys();
      var authorityName = new X500Name("CN=webhook-ca-" + serial().toString(36));
      var authority = authority(authorityName, authorityKeys);
      var keys = keys();
      var leaf = leaf(authorityName, keys, authority, authorityKeys);
      return new ServingCertificate(keys.getPrivate(), List.of(leaf, authority));
    } catch (GeneralSecurityException | IOException | OperatorCreationException failure) {
      throw new UnusableCertificateException("no certificate could be made for " + names, failure);
    }
  }

  private X509Certificate authority(X500Name name, KeyPair keys)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    var builder = builder(name, name, keys);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
    return signed(builder, keys);
  }

  private X509Certificate leaf(
      X500Name issuer, KeyPair keys, X509Certificate authority, KeyPair authorityKeys)
      throws GeneralSecurityException, IOException, OperatorCreationException {
    var builder = builder(issuer, new X500Name("CN=webhook"), keys);
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
    builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
    builder.addExtension(
        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
    builder.addExtension(
        Extension.authorityKeyIdentifier,
        false,
        new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(authority));
    builder.addExtension(Extension.subjectAlternativeName, false, alternativeNames());
    return signed(builder, authorityKeys);
  }

  private X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, KeyPair keys)
      throws GeneralSecurityException, IOException {
    var builder =
        new JcaX509v3CertificateBuilder(
            issuer, serial(), Date.from(from), Date.from(until), subject, keys.getPublic());
    var identifier = new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic());
    builder.addExtension(Extension.subjectKeyIdentifier, false, identifier);
    return builder;
  }

  private GeneralNames alternativeNames() {
    return new GeneralNames(
        names.stream()
            .map(
                name ->
                    new GeneralName(
                        IPAddress.isValid(name) ? GeneralName.iPAddress : GeneralName.dNSName,
                        name))
            .toArray(GeneralName[]::new));
  }

  private static X509Certificate signed(X509v3CertificateBuilder builder, KeyPair keys)
      throws GeneralSecurityException, OperatorCreationException {
    var signer = new JcaContentSignerBuilder(SIGNATURE).build(keys.getPrivate());
    return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
  }

  private static KeyPair keys() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private static BigInteger serial() {
    return new BigInteger(SERIAL_BITS, new SecureRandom()).setBit(SERIAL_BITS - 1);
  }
}
