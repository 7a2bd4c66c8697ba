package org.relais.keycloak.rest;

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
import org.relais.keycloak.school.ManagedGroup;
import org.relais.keycloak.school.Profile;

/** Shows managed groups with their counts, applications and managers: a constant number of statements. */
final class GroupViews {

    private final Call call;
    private final DeliveryViews deliveryViews;
    /** Many groups open the same ones; Keycloak asks the database again for a client that does not exist. */
    private final Map<String, ApplicationView> applications = new HashMap<>();

    GroupViews(Call call) {
        this.call = call;
        this.deliveryViews = new DeliveryViews(call);
    }

    List<GroupView> show(Collection<ManagedGroup> groups) {
        Map<String, GroupCounts> counts = new Members(call.session(), call.realm(), call.clock()).count(groups);
        Map<String, List<ManagerView>> managers = new ManagerViews(call).of(groups);
        return groups.stream()
                .map(group -> show(group, counts.get(group.id()), managers.get(group.id()), null, null, null, Map.of()))
                .toList();
    }

    GroupView showWhole(ManagedGroup group) {
        LocalDate today = call.academy().today(call.clock());
        Profile profile = group.profile();
        GroupView.Rules rules = new GroupView.Rules(
                profile.suggestedLastDay(today).toString(),
                profile.latestLastDay(today).toString(),
                profile.reasonRequired());
        List<ManagedGroup> others = call.schools().groupsOf(List.of(group.school())).stream()
                .filter(other -> profile.offersTogether(other.profile()))
                .toList();
        Map<String, Map<String, State>> deliveries = new DeliveryStates(call.session(), call.realm(), call.clock())
                .ofGroups(Stream.concat(Stream.of(group), others.stream())
                        .map(ManagedGroup::id)
                        .toList());
        List<GroupView.Sibling> together = others.stream()
                .map(other -> new GroupView.Sibling(
                        other.id(),
                        other.profile().suffix(),
                        other.profile().label(call.locale()),
                        applicationsOf(other, deliveries.get(other.id()))))
                .toList();
        List<ManagedGroup> alone = List.of(group);
        return show(
                group,
                new Members(call.session(), call.realm(), call.clock())
                        .count(alone)
                        .get(group.id()),
                new ManagerViews(call).of(alone).get(group.id()),
                rules,
                together,
                call.authority().mayDelegate(group),
                deliveries.get(group.id()));
    }

    /** @param deliveries how they stand, by target */
    List<ApplicationView> applicationsOf(ManagedGroup group, Map<String, State> deliveries) {
        return group.clientIds().stream()
                .map(clientId -> applications
                        .computeIfAbsent(clientId, this::application)
                        .with(deliveryViews.show(deliveries, group, clientId)))
                .toList();
    }

    private GroupView show(
            ManagedGroup group,
            GroupCounts counts,
            List<ManagerView> managers,
            GroupView.Rules rules,
            List<GroupView.Sibling> together,
            Boolean mayDelegate,
            Map<String, State> deliveries) {
        return new GroupView(
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

    private ApplicationView application(String clientId) {
        Optional<ClientModel> client = Optional.ofNullable(call.realm().getClientByClientId(clientId));
        String name = client.map(ClientModel::getName)
                .filter(it -> !it.isBlank() && !it.startsWith("${"))
                .orElse(clientId);
        return new ApplicationView(
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
