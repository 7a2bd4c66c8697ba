package org.relais.keycloak.rest.representation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.relais.keycloak.delivery.DeliveryStates;
import org.relais.keycloak.delivery.DeliveryStates.State;
import org.relais.keycloak.grant.GroupCounts;
import org.relais.keycloak.grant.Members;
import org.relais.keycloak.platform.ClientName;
import org.relais.keycloak.rest.http.RequestContext;
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Profile;

/** Shows managed groups with their counts, applications and managers: a constant number of statements. */
public final class GroupMapper {

    private final RequestContext call;
    private final DeliveryMapper deliveryMapper;
    /** Many groups open the same ones; Keycloak asks the database again for a client that does not exist. */
    private final Map<String, ApplicationRepresentation> applications = new HashMap<>();

    public GroupMapper(RequestContext call) {
        this.call = call;
        this.deliveryMapper = new DeliveryMapper(call);
    }

    public List<GroupRepresentation> show(Collection<ManagedGroup> groups) {
        Map<String, GroupCounts> counts = new Members(call.context()).count(groups);
        Map<String, List<ManagerRepresentation>> managers = new ManagerMapper(call).of(groups);
        return groups.stream()
                .map(group -> show(group, counts.get(group.id()), managers.get(group.id()), null, null, null, Map.of()))
                .toList();
    }

    public GroupRepresentation showWhole(ManagedGroup group) {
        LocalDate today = call.academy().today(call.clock());
        Profile profile = group.profile();
        GroupRepresentation.Rules rules = new GroupRepresentation.Rules(
                profile.suggestedLastDay(today).toString(),
                profile.latestLastDay(today).toString(),
                profile.reasonRequired());
        List<ManagedGroup> others = call.schools().groupsOf(List.of(group.school())).stream()
                .filter(other -> profile.offersTogether(other.profile()))
                .filter(call.authority()::offers)
                .toList();
        Map<String, Map<String, State>> deliveries = new DeliveryStates(call.context())
                .ofGroups(Stream.concat(Stream.of(group), others.stream())
                        .map(ManagedGroup::id)
                        .toList());
        List<GroupRepresentation.Sibling> together = others.stream()
                .map(other -> new GroupRepresentation.Sibling(
                        other.id(),
                        other.profile().suffix(),
                        other.profile().label(call.locale()),
                        applicationsOf(other, deliveries.get(other.id()))))
                .toList();
        List<ManagedGroup> alone = List.of(group);
        return show(
                group,
                new Members(call.context()).count(alone).get(group.id()),
                new ManagerMapper(call).of(alone).get(group.id()),
                rules,
                together,
                call.authority().mayDelegate(group),
                deliveries.get(group.id()));
    }

    /** @param deliveries how they stand, by target */
    public List<ApplicationRepresentation> applicationsOf(ManagedGroup group, Map<String, State> deliveries) {
        return group.clientIds().stream()
                .map(clientId -> applications
                        .computeIfAbsent(clientId, this::application)
                        .with(deliveryMapper.show(deliveries, group, clientId)))
                .toList();
    }

    private GroupRepresentation show(
            ManagedGroup group,
            GroupCounts counts,
            List<ManagerRepresentation> managers,
            GroupRepresentation.Rules rules,
            List<GroupRepresentation.Sibling> together,
            Boolean mayDelegate,
            Map<String, State> deliveries) {
        return new GroupRepresentation(
                group.id(),
                group.name(),
                group.profile().label(call.locale()),
                group.description(),
                group.school(),
                group.profile().suffix(),
                group.profile().population().name(),
                call.authority().mayChange(group),
                counts,
                applicationsOf(group, deliveries),
                managers,
                rules,
                together,
                mayDelegate);
    }

    private ApplicationRepresentation application(String clientId) {
        Optional<ClientModel> client = Optional.ofNullable(call.realm().getClientByClientId(clientId));
        String name = client.map(ClientName::of).orElse(clientId);
        return new ApplicationRepresentation(
                clientId, name, null, client.flatMap(this::noteOf).orElse(null));
    }

    /** What the academy has people do for an application, in the caller's language, else in French. */
    private Optional<String> noteOf(ClientModel client) {
        return Stream.of(call.locale().getLanguage(), Locale.FRENCH.getLanguage())
                .map(language -> client.getAttribute("relais.note." + language))
                .filter(note -> note != null && !note.isBlank())
                .findFirst();
    }
}
