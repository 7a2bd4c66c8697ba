package org.relais.keycloak.it.support.stub;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.Modification;
import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldif.LDIFException;
import java.net.InetAddress;
import org.relais.keycloak.it.support.people.DemoNames;
import org.relais.keycloak.it.support.people.OfficialRecordFixture;
import org.relais.keycloak.it.support.server.TestRealm;

/** The directory of an academy: people with functions, and groups that list them. */
public final class LdapDirectory implements AutoCloseable {

    static final String BASE = "dc=academie,dc=example";
    public static final String PEOPLE = "ou=personnes," + BASE;
    public static final String GROUPS = "ou=groupes," + BASE;
    public static final String ADMINISTRATOR = "cn=admin";
    public static final String SECRET = "secret";

    private final InMemoryDirectoryServer server;

    private LdapDirectory(InMemoryDirectoryServer server) {
        this.server = server;
    }

    public static LdapDirectory start() {
        try {
            var config = new InMemoryDirectoryServerConfig(BASE);
            config.addAdditionalBindCredentials(ADMINISTRATOR, SECRET);
            config.setSchema(null);
            config.setGenerateOperationalAttributes(true);
            config.setListenerConfigs(
                    new InMemoryListenerConfig("plain", InetAddress.getLoopbackAddress(), 0, null, null, null));
            var server = new InMemoryDirectoryServer(config);
            server.add("dn: " + BASE, "objectClass: domain", "dc: academie");
            server.add("dn: " + PEOPLE, "objectClass: organizationalUnit", "ou: personnes");
            server.add("dn: " + GROUPS, "objectClass: organizationalUnit", "ou: groupes");
            server.startListening();
            return new LdapDirectory(server);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "ldap://127.0.0.1:" + server.getListenPort();
    }

    public LdapDirectory person(String uid, String... functions) {
        Entry entry = new Entry(dn(uid));
        entry.addAttribute("objectClass", "inetOrgPerson", "ENTPerson");
        entry.addAttribute("uid", uid);
        entry.addAttribute("cn", "Enora");
        entry.addAttribute("sn", "Le Bras");
        entry.addAttribute("mail", DemoNames.email(uid));
        entry.addAttribute("userPassword", TestRealm.PASSWORD);
        if (functions.length > 0) {
            entry.addAttribute(OfficialRecordFixture.FUNCTIONS, functions);
        }
        return add(entry);
    }

    /** Somebody leaves the academy. */
    public LdapDirectory remove(String uid) {
        try {
            server.delete(dn(uid));
            return this;
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    public LdapDirectory functions(String uid, String... functions) {
        return modify(dn(uid), OfficialRecordFixture.FUNCTIONS, functions);
    }

    /** A group that lists some people; {@code groupOfNames} always has one member, here a person of nobody's. */
    public LdapDirectory group(String name, String... uids) {
        Entry entry = new Entry("cn=" + name + "," + GROUPS);
        entry.addAttribute("objectClass", "groupOfNames");
        entry.addAttribute("cn", name);
        entry.addAttribute("member", members(uids));
        return add(entry);
    }

    public LdapDirectory members(String group, String... uids) {
        return modify("cn=" + group + "," + GROUPS, "member", members(uids));
    }

    @Override
    public void close() {
        server.shutDown(true);
    }

    private static String[] members(String... uids) {
        String[] dns = new String[uids.length + 1];
        dns[0] = "cn=nobody";
        for (int i = 0; i < uids.length; i++) {
            dns[i + 1] = dn(uids[i]);
        }
        return dns;
    }

    private static String dn(String uid) {
        return "uid=" + uid + "," + PEOPLE;
    }

    private LdapDirectory add(Entry entry) {
        try {
            server.add(entry);
            return this;
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }

    private LdapDirectory modify(String dn, String attribute, String... values) {
        try {
            server.modify(dn, new Modification(ModificationType.REPLACE, attribute, values));
            return this;
        } catch (LDAPException e) {
            throw new IllegalStateException(e);
        }
    }
}
